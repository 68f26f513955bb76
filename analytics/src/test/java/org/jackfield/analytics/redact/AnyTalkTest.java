package org.jackfield.analytics.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text: it ends, and what is not taken out stays as it was. */
class AnyTalkTest {

    private static final int LONG = 1 << 18;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> PIECES = List.of("four", "one", "4111", "card number", "pin", "zip code", "oh",
            "double", "hundred", "thousand", "-", ",", ".", "mhm", "okay", "for", "to", "no sorry", "social", "[noise]",
            "\u4e2d\u6587", "\ud83d\ude00", "\ud835\udfd2", "dollars", "a", "m", "ones", "and", "is");

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsTheRestWhenWordsFallAtRandom(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Turn> turns = new ArrayList<>();
        for (int n = 0; n < 2000; n++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(12); word >= 0; word--) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
            }
            turns.add(Turn.of(n, random.nextBoolean() ? Speaker.AGENT : Speaker.CUSTOMER, text.toString()));
        }

        Redacted redacted = redactor.redact(new Transcript("", Optional.empty(), turns), List.of(), Set.of());

        assertThat(redacted.count()).isPositive();
        for (int n = 0; n < turns.size(); n++) {
            String after = redacted.transcript().turns().get(n).text();
            String pattern = "\\Q" + after.replaceAll("\\[(card|code|pin|ssn)]", "\\\\E.*?\\\\Q") + "\\E";
            assertThat(turns.get(n).text()).as("seed %d", seed).matches("(?s)" + pattern);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4 ", "four ", "four, ", "4111-", "card number ", "no ", "hundred ", "double ", "for ",
        "ones ", "4111111111111111 ", "123-45-6789 ", "$4 ", "pin 1 ", "\u0001", "\ud835\udfd2"})
    void endsWhenATurnIsEnormous(String piece) {
        Transcript enormous = new Transcript("", Optional.empty(),
                List.of(Turn.of(0, Speaker.CUSTOMER, piece.repeat(LONG / piece.length()))));

        assertTimeoutPreemptively(SOON, () -> redactor.redact(enormous, List.of(), Set.of()));
    }
}
