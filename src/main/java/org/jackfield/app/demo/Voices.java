package org.jackfield.app.demo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The voices of all simulated persons, paced by one thread. Thread-safe. */
final class Voices implements AutoCloseable {

    private final ScheduledExecutorService pacer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("demo-voices").factory());
    private final Set<Voice> open = ConcurrentHashMap.newKeySet();

    Voices() {
        var _ = pacer.scheduleAtFixedRate(() -> open.forEach(Voice::sendFrame), 20, 20, TimeUnit.MILLISECONDS);
    }

    Voice open(Sentence sentence) {
        Voice voice = Voice.open(sentence);
        open.add(voice);
        return voice;
    }

    void close(Voice voice) {
        open.remove(voice);
        voice.close();
    }

    @Override
    public void close() {
        pacer.shutdownNow();
        open.forEach(Voice::close);
    }
}
