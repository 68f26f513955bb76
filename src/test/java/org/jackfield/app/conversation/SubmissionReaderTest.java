package org.jackfield.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jackfield.analytics.conversation.RefusedTranscriptException;
import org.jackfield.analytics.conversation.Submission;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.WordTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionReaderTest {

    private static final Instant NOON = Instant.parse("2024-05-15T12:00:00Z");

    @Test
    void readsTurnsWithAllThatIsKnownOfThem() {
        Submission read = SubmissionReader.read(
                """
                        {"id": "t-1", "channel": "chat", "ref_date": "2024-05-14", "started": "2024-05-14T08:00:00Z",
                         "call_sid": "CA1", "queue_sid": "WQ1", "worker_sid": "WK1", "flow": "main", "unknown": [1],
                         "turns": [{"n": 4, "speaker": "agent", "text": "hi there", "start_ms": 0, "end_ms": 900,
                           "words": [{"text": "hi", "start_ms": 0, "end_ms": 300}, {"text": "there", "start_ms": 400, "end_ms": 900}]},
                          {"n": 5, "speaker": "customer", "text": "hello", "asked": "name", "nbest": ["yellow"]}]}
                        """,
                NOON);

        assertThat(read.channel()).isEqualTo("chat");
        assertThat(read.started()).isEqualTo(Instant.parse("2024-05-14T08:00:00Z"));
        assertThat(read.transcript().day()).contains(LocalDate.parse("2024-05-14"));
        assertThat(read.origin().call()).contains("CA1");
        assertThat(read.origin().reference()).contains("t-1");
        assertThat(read.transcript().turns().getFirst().time()).contains(new Turn.Time(0, 900));
        assertThat(read.transcript().turns().get(1).alternatives()).containsExactly("yellow");
        assertThat(read.words()).containsExactly(new WordTime(4, 0, 2, new Turn.Time(0, 300)),
                new WordTime(4, 3, 8, new Turn.Time(400, 900)));
        assertThat(read.toString()).doesNotContain("hello");
    }

    @Test
    void readsSentencesOfTwoChannelsInSeconds() {
        Submission read = SubmissionReader.read("""
                [{"channel": 1, "start": 0.5, "end": 2, "text": "i need help"},
                 {"channel": 2, "start": 2.25, "end": 3, "text": "sure"}]
                """, NOON);

        assertThat(read.started()).isEqualTo(NOON);
        assertThat(read.transcript().turns()).extracting(Turn::speaker)
                .containsExactly(Speaker.CUSTOMER, Speaker.AGENT);
        assertThat(read.transcript().turns()).extracting(Turn::time)
                .containsExactly(Optional.of(new Turn.Time(500, 2_000)), Optional.of(new Turn.Time(2_250, 3_000)));
    }

    @Test
    void readsWhoSpeaksOnAChannelWhenItIsSaid() {
        Submission read = SubmissionReader.read(
                """
                        {"channels": {"1": "agent", "2": "customer"}, "sentences": [
                         {"media_channel": 1, "start_time": 0, "end_time": 1.5, "transcript": "good morning",
                          "words": [{"word": "good", "start_time": 0, "end_time": 0.5}, {"word": "night", "start_time": 1, "end_time": 2}]}]}
                        """,
                NOON);

        assertThat(read.transcript().turns().getFirst().speaker()).isEqualTo(Speaker.AGENT);
        assertThat(read.words()).containsExactly(new WordTime(0, 0, 4, new Turn.Time(0, 500)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"turns": [{"speaker":      | it is no JSON from line 1, column
            {"other": 1}                | it has neither turns nor sentences
            7                           | it has neither turns nor sentences
            {"turns": [{"speaker": "agent"}]} | turn 0 has no text
            {"turns": [{"speaker": "agent", "text": 7}]} | turn 0 has no text
            {"turns": [{"speaker": "boss", "text": "4111"}]} | turn 0 is said by none of agent, customer and system
            {"turns": [{"speaker": "agent", "text": "a", "start_ms": "x", "end_ms": 2}]} | turn 0 has a start or an end that is no number
            {"turns": [{"speaker": "agent", "text": "a", "start_ms": 2}]} | turn 0 has a start or an end that is no number
            {"ref_date": "14/5", "turns": [{"speaker": "agent", "text": "a"}]} | ref_date is no date
            {"started": "noon", "turns": [{"speaker": "agent", "text": "a"}]} | started is no time
            """)
    void refusesWhatIsNoTranscript(String body, String reason) {
        assertThatThrownBy(() -> SubmissionReader.read(body, NOON)).isInstanceOf(RefusedTranscriptException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("4111");
    }
}
