package org.jackfield.connectors.rtp;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.LinkedBlockingQueue;

/** Tells listeners, one after the other on one thread of its own, so that no listener runs on a media thread. Thread-safe. */
final class Notifier implements Runnable {

    private static final Logger LOG = System.getLogger(Notifier.class.getName());

    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("media-notifier").unstarted(this);

    void start() {
        thread.start();
    }

    void tell(Runnable notice) {
        queue.add(notice);
    }

    /** Stops after what was told so far. */
    void stop() throws InterruptedException {
        tell(thread::interrupt);
        thread.join();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tellNext(queue.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tellNext(Runnable notice) {
        try {
            notice.run();
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "a media listener failed", defect);
        }
    }
}
