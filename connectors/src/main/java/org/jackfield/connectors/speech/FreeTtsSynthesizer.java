package org.jackfield.connectors.speech;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jackfield.engine.media.PromptUnavailableException;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.media.SpeechSynthesizer;

/**
 * The embedded voice: FreeTTS with its 8 kHz diphone voice "kevin", English only. Thread-safe: a voice speaks one text at a time, so a
 * few of them are shared; what was spoken before comes from a bounded cache. The first text takes about half a second, others some
 * milliseconds a sentence.
 */
public final class FreeTtsSynthesizer implements SpeechSynthesizer {

    /** The longest text that is spoken. */
    public static final int LONGEST_TEXT = 4_096;

    private static final String VOICE = "kevin";
    private static final long CACHED_SAMPLES = 30L * 60 * Sound.SAMPLES_PER_SECOND;
    private static final Duration CACHE_AGE = Duration.ofHours(24);
    private static final long LONGEST_WAIT_SECONDS = 30;

    private final SoundCache<String> cache;
    private final BlockingQueue<VoiceSeat> voices;

    /** @param voiceCount how many texts are spoken at the same time; others wait their turn */
    public FreeTtsSynthesizer(int voiceCount, Clock clock) {
        cache = new SoundCache<>(CACHED_SAMPLES, CACHE_AGE, clock);
        voices = new ArrayBlockingQueue<>(voiceCount);
        for (int i = 0; i < voiceCount; i++) {
            voices.add(new VoiceSeat());
        }
    }

    @Override
    public Sound speak(Utterance utterance) {
        check(utterance);
        String text = cleaned(utterance.text());
        if (text.isBlank()) {
            return Sound.of(new short[0]);
        }
        var known = cache.get(text);
        if (known.isPresent()) {
            return known.get();
        }
        var sound = synthesise(text);
        cache.put(text, sound);
        return sound;
    }

    private static void check(Utterance utterance) {
        if (utterance.text().length() > LONGEST_TEXT) {
            throw new PromptUnavailableException(
                    "a text of more than " + LONGEST_TEXT + " characters cannot be spoken");
        }
        String language = utterance.language().toLowerCase(Locale.ROOT);
        if (!language.isEmpty() && !language.equals("en") && !language.startsWith("en-")) {
            throw new PromptUnavailableException("the embedded voice speaks English only, not " + utterance.language());
        }
        if (!utterance.voice().isEmpty() && !utterance.voice().equalsIgnoreCase(VOICE)) {
            throw new PromptUnavailableException("there is no voice " + utterance.voice() + ", only " + VOICE);
        }
    }

    private static String cleaned(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private Sound synthesise(String text) {
        try {
            var seat = voices.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (seat == null) {
                throw new PromptUnavailableException("all voices are busy");
            }
            try {
                return seat.speak(text);
            } finally {
                voices.add(seat);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new PromptUnavailableException("interrupted while waiting for a voice", hurried);
        }
    }

    /** One voice, loaded when it is first needed. Used by one thread at a time. */
    private static final class VoiceSeat {

        /** Voices share a static table of sounds that loading fills anew: meanwhile nobody may speak. */
        private static final ReadWriteLock TABLES = new ReentrantReadWriteLock();

        private final Voice voice = new KevinVoiceDirectory().getVoices()[0];
        private boolean loaded;

        Sound speak(String text) {
            if (!loaded) {
                CompletableFuture.runAsync(this::load, Thread.ofPlatform().name("voice-loader")::start).join();
                loaded = true;
            }
            return locked(TABLES.readLock(), () -> spoken(text));
        }

        /**
         * On a platform thread: a virtual one may have to wait for a carrier while it holds the lock of the jar, and all carriers
         * may be waiting for that lock to load their classes.
         */
        private void load() {
            locked(TABLES.writeLock(), () -> {
                voice.allocate();
                return Boolean.TRUE;
            });
        }

        private static <T> T locked(Lock lock, Supplier<T> work) {
            lock.lock();
            try {
                return work.get();
            } finally {
                lock.unlock();
            }
        }

        private Sound spoken(String text) {
            var capture = new SampleCapture();
            voice.setAudioPlayer(capture);
            try {
                if (!voice.speak(text)) {
                    throw new PromptUnavailableException("the text cannot be spoken");
                }
            } catch (PromptUnavailableException refused) {
                throw refused;
            } catch (RuntimeException | StackOverflowError defect) {
                throw new PromptUnavailableException("the text cannot be spoken", defect);
            }
            return capture.sound();
        }
    }
}
