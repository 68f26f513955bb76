package org.jackfield.connectors.speech;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.media.Sound;

/** Keeps the sounds that were used last, bounded by their samples and their age. Thread-safe. */
final class SoundCache<K> {

    private record Kept(Sound sound, Instant until) {}

    private final long mostSamples;
    private final Duration age;
    private final Clock clock;
    private final Map<K, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long samples;

    SoundCache(long mostSamples, Duration age, Clock clock) {
        this.mostSamples = mostSamples;
        this.age = age;
        this.clock = clock;
    }

    synchronized Optional<Sound> get(K key) {
        var found = kept.get(key);
        if (found == null) {
            return Optional.empty();
        }
        if (clock.instant().isAfter(found.until())) {
            forget(key);
            return Optional.empty();
        }
        return Optional.of(found.sound());
    }

    synchronized void put(K key, Sound sound) {
        forget(key);
        if (sound.length() > mostSamples) {
            return;
        }
        kept.put(key, new Kept(sound, clock.instant().plus(age)));
        samples += sound.length();
        while (samples > mostSamples) {
            forget(kept.keySet().iterator().next());
        }
    }

    synchronized long samples() {
        return samples;
    }

    private void forget(K key) {
        var gone = kept.remove(key);
        if (gone != null) {
            samples -= gone.sound().length();
        }
    }
}
