package org.jackfield.analytics.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.WordTime;
import org.jackfield.analytics.extract.ValueType;
import org.junit.jupiter.api.Test;

/** Which times of the recording must not be heard, and what else a conversation carries besides its text. */
class SilencesTest {

    private static final Redactor REDACTOR = new Redactor();

    @Test
    void silencesTheTurnWhenTimesOfWordsAreUnknown() {
        Redacted redacted = redact(List.of(timed(0, Speaker.AGENT, "what is your pin", 0, 1_500),
                timed(1, Speaker.CUSTOMER, "it's four four two one", 2_000, 4_000)), List.of());

        assertThat(redacted.silences()).containsExactly(new Turn.Time(2_000, 4_000));
        assertThat(redacted.located()).isTrue();
    }

    @Test
    void silencesTheWordsWhenTheirTimesAreKnown() {
        String text = "it's four four two one thanks";
        Redacted redacted = redact(List.of(timed(0, Speaker.AGENT, "what is your pin", 0, 1_500),
                timed(1, Speaker.CUSTOMER, text, 2_000, 8_000)), words(1, text, 2_000, 1_000));

        assertThat(redacted.silences()).containsExactly(new Turn.Time(2_900, 7_100));
    }

    @Test
    void silencesTheTurnWhenAWordOfTheSecretHasNoTime() {
        String text = "it's four four two one";
        List<WordTime> words = words(1, text, 2_000, 1_000);
        Redacted redacted = redact(List.of(timed(0, Speaker.AGENT, "what is your pin", 0, 1_500),
                timed(1, Speaker.CUSTOMER, text, 2_000, 8_000)), words.subList(0, 3));

        assertThat(redacted.silences()).containsExactly(new Turn.Time(2_000, 8_000));
    }

    @Test
    void joinsTimesWhenTheyOverlap() {
        Redacted redacted = redact(List.of(timed(0, Speaker.AGENT, "card number please", 0, 1_000),
                timed(1, Speaker.CUSTOMER, "four five three nine", 1_000, 3_000),
                timed(2, Speaker.AGENT, "four five three nine", 2_500, 4_000)), List.of());

        assertThat(redacted.silences()).containsExactly(new Turn.Time(1_000, 4_000));
    }

    @Test
    void saysSoWhenATimeIsUnknown() {
        Redacted redacted = Talk.redact(Talk.of("a: what is your pin / c: four four two one"));

        assertThat(redacted.silences()).isEmpty();
        assertThat(redacted.located()).isFalse();
    }

    @Test
    void dropsOtherReadingsWhenTheyTellTheSecret() {
        Turn asked = Turn.of(0, Speaker.AGENT, "read me the card number");
        Turn heard = new Turn(1, Speaker.CUSTOMER, "hold on", Optional.empty(), Optional.empty(),
                List.of("forty five", "hold up", "old one"));

        Redacted redacted = redact(List.of(asked, heard), List.of());

        assertThat(redacted.transcript().turns().get(1).alternatives()).containsExactly("hold up");
    }

    @Test
    void hidesAnswerWhenAnAutomatedDialogueAskedForIt() {
        Turn answer = new Turn(0, Speaker.CUSTOMER, "four four two one", Optional.empty(), Optional.of("pin"),
                List.of());

        assertThat(redact(List.of(answer), List.of()).transcript().turns().getFirst().text()).isEqualTo("[pin]");
    }

    @Test
    void hidesOtherTypesWhenTheyAreChosen() {
        String talk = "c: i'm mary johnson and my email is mary at example dot com, call six one nine five five five oh one "
                + "eight two";

        assertThat(Talk.redacted(talk, ValueType.PHONE, ValueType.EMAIL)).contains("[email]", "[phone]")
                .doesNotContain("example", "six one");
        assertThat(Talk.redacted(talk)).contains("example", "six one");
    }

    @Test
    void tellsHarmlessNamesFromNumbers() {
        assertThat(REDACTOR.isHarmless("order 77-1")).isTrue();
        assertThat(REDACTOR.isHarmless("4111 1111 1111 1111")).isFalse();
    }

    private static Redacted redact(List<Turn> turns, List<WordTime> words) {
        return REDACTOR.redact(new Transcript("test", Optional.empty(), turns), words, Set.of());
    }

    private static Turn timed(int number, Speaker speaker, String text, long start, long end) {
        return new Turn(number, speaker, text, Optional.of(new Turn.Time(start, end)), Optional.empty(), List.of());
    }

    private static List<WordTime> words(int turn, String text, long from, long each) {
        List<WordTime> words = new ArrayList<>();
        int at = 0;
        for (String word : text.split(" ", -1)) {
            long start = from + words.size() * each;
            words.add(new WordTime(turn, at, at + word.length(), new Turn.Time(start, start + each)));
            at += word.length() + 1;
        }
        return words;
    }
}
