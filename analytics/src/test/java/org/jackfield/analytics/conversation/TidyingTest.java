package org.jackfield.analytics.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.WordTime;
import org.junit.jupiter.api.Test;

/** Bad and odd transcripts: each a clear refusal or a bounded result. */
class TidyingTest {

    private static final Instant NOON = Instant.parse("2024-05-15T12:00:00Z");

    @Test
    void putsTurnsInOrderOfTimeWhenTheyComeInAnother() {
        Submission tidy = Tidying.tidy(sent(List.of(timed(7, "second", 2_000, 3_000), timed(3, "first", 0, 2_500)),
                List.of(new WordTime(7, 0, 6, new Turn.Time(2_000, 3_000)))));

        assertThat(tidy.transcript().turns()).extracting(Turn::text).containsExactly("first", "second");
        assertThat(tidy.transcript().turns()).extracting(Turn::number).containsExactly(0, 1);
        assertThat(tidy.words()).extracting(WordTime::turn).containsExactly(1);
        assertThat(Tidying.duration(tidy.transcript().turns())).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void putsTurnsInOrderOfNumbersWhenTimesAreUnknown() {
        Submission tidy = Tidying.tidy(sent(List.of(Turn.of(9, Speaker.AGENT, "last"),
                Turn.of(2, Speaker.CUSTOMER, "first"))));

        assertThat(tidy.transcript().turns()).extracting(Turn::text).containsExactly("first", "last");
    }

    @Test
    void keepsPlacesWhenCharactersAreNoText() {
        Submission tidy = Tidying.tidy(sent(List.of(Turn.of(0, Speaker.AGENT,
                "a\u0000b\u001bc\ud800d \ud83d\ude00 \u4e2d\u0645"))));

        assertThat(tidy.transcript().turns().getFirst().text())
                .isEqualTo("a b c\ufffdd \ud83d\ude00 \u4e2d\u0645");
    }

    @Test
    void takesFiveHoursWhenTheyAreWithinTheLimits() {
        List<Turn> turns = new ArrayList<>();
        for (int n = 0; n < 6_000; n++) {
            turns.add(timed(n, "so what we can do about that is this", n * 3_000L, n * 3_000L + 2_900));
        }

        assertThat(Tidying.tidy(sent(turns)).transcript().turns()).hasSize(6_000);
    }

    @Test
    void refusesWhatIsTooMuch() {
        refuses(List.of(), "nothing is said");
        refuses(List.of(Turn.of(0, Speaker.AGENT, " \n")), "nothing is said");
        refuses(List.of(Turn.of(4, Speaker.AGENT, "a".repeat(1 << 20))), "turn 4 has 1,048,576 characters");
        refuses(List.of(timed(0, "a", 2_000, 1_000)), "turn 0 ends before it starts");
        refuses(List.of(timed(0, "a", -5, 1_000)), "turn 0 ends before it starts or starts before zero");
        refuses(List.of(timed(0, "a", 0, Duration.ofHours(13).toMillis())), "more than 12 hours");
        refuses(List.of(Turn.of(1, Speaker.AGENT, "a"), Turn.of(1, Speaker.AGENT, "b")), "two turns have the number 1");
        List<Turn> many = new ArrayList<>();
        for (int n = 0; n < 20_001; n++) {
            many.add(Turn.of(n, Speaker.AGENT, "a"));
        }
        refuses(many, "20,001 turns");
        List<Turn> long20 = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            long20.add(Turn.of(n, Speaker.AGENT, "a".repeat(60_000)));
        }
        refuses(long20, "1,200,000 characters");
    }

    @Test
    void refusesTimesThatNobodyMeans() {
        for (Instant time : List.of(Instant.MAX, Instant.MIN, Instant.parse("2250-01-01T00:00:00Z"))) {
            assertThatThrownBy(() -> Tidying.tidy(new Submission(new Transcript("", Optional.empty(),
                    List.of(Turn.of(0, Speaker.AGENT, "hi"))), List.of(), Origin.UNKNOWN, "voice", time)))
                    .isInstanceOf(RefusedTranscriptException.class)
                    .hasMessageContaining("between 1970-01-01 and 2200-01-01");
        }
    }

    private static void refuses(List<Turn> turns, String reason) {
        assertThatThrownBy(() -> Tidying.tidy(sent(turns))).isInstanceOf(RefusedTranscriptException.class)
                .hasMessageContaining(reason);
    }

    private static Submission sent(List<Turn> turns) {
        return sent(turns, List.of());
    }

    private static Submission sent(List<Turn> turns, List<WordTime> words) {
        return new Submission(new Transcript("", Optional.empty(), turns), words, Origin.UNKNOWN, "voice", NOON);
    }

    private static Turn timed(int number, String text, long start, long end) {
        return new Turn(number, Speaker.AGENT, text, Optional.of(new Turn.Time(start, end)), Optional.empty(),
                List.of());
    }
}
