package org.jackfield.connectors.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jackfield.connectors.media.Tones;
import org.jackfield.engine.media.PromptUnavailableException;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.media.SpeechSynthesizer.Utterance;
import org.junit.jupiter.api.Test;

/** The embedded voice really speaks. */
class FreeTtsSynthesizerTest {

    private static final String GREETING = "Welcome to Jackfield. Press one for sales, or two for support.";

    private final FreeTtsSynthesizer speech = new FreeTtsSynthesizer(2, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void speaksSecondsOfSoundWhenGivenASentence() {
        var sound = speak(GREETING);

        assertThat(sound.duration().toMillis()).isBetween(2_000L, 8_000L);
        assertThat(speak(GREETING)).as("from the cache").isSameAs(sound);
    }

    @Test
    void speaksTheSameWhenSpokenByAnotherVoiceAndDifferentlyForAnotherText() {
        var again = new FreeTtsSynthesizer(1, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .speak(new Utterance(GREETING, "en-US", ""));
        var pattern = java.util.Arrays.copyOf(Tones.samples(speak(GREETING)), 8_000);

        assertThat(Tones.correlation(java.util.Arrays.copyOf(Tones.samples(again), 8_800), pattern))
                .isGreaterThan(0.99);
        assertThat(Tones.correlation(Tones.samples(speak("Goodbye, have a nice day.")), pattern)).isLessThan(0.6);
    }

    @Test
    void speaksAllWhenManyAskAtOnce() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var sounds = IntStream.range(0, 12).mapToObj(i -> executor.submit(() -> speak("number " + i))).toList();
            for (Future<Sound> sound : sounds) {
                assertThat(sound.get().length()).isGreaterThan(2_000);
            }
        }
    }

    /** FreeTTS loads each voice into static tables that all voices read. */
    @Test
    void speaksAllWhenVoicesLoadWhileOthersSpeak() throws Exception {
        for (int round = 0; round < 3; round++) {
            var fresh = new FreeTtsSynthesizer(6, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var sounds = IntStream.range(0, 24)
                        .mapToObj(i -> executor.submit(() -> fresh
                                .speak(new Utterance("sorry zyrkblat quonk " + "abcdefghijklmnopqrstuvwxyz".charAt(i),
                                        "en-US", ""))))
                        .toList();
                for (Future<Sound> sound : sounds) {
                    assertThat(sound.get().length()).isGreaterThan(2_000);
                }
            }
        }
    }

    @Test
    void isSilentWhenTextIsBlank() {
        assertThat(speak(" \n\t").length()).isZero();
    }

    @Test
    void neverBreaksWhenTextIsStrange() {
        assertThat(speak("<b>&\u0000 \u4f60\u597d 12345678901234567890 $5.20 http://x.y/?a=1 \uD83D\uDE00").length())
                .isPositive();
        assertThat(speak("a".repeat(FreeTtsSynthesizer.LONGEST_TEXT)).length()).isPositive();
    }

    @Test
    void refusesWhenTextIsTooLongOrLanguageOrVoiceUnknown() {
        assertRefused(new Utterance("a".repeat(4_097), "en-US", ""));
        assertRefused(new Utterance("Guten Tag", "de-DE", ""));
        assertRefused(new Utterance("Hello", "en-US", "nobody"));
    }

    private void assertRefused(Utterance utterance) {
        assertThatThrownBy(() -> speech.speak(utterance)).isInstanceOf(PromptUnavailableException.class);
    }

    private Sound speak(String text) {
        return speech.speak(new Utterance(text, "en-US", "kevin"));
    }
}
