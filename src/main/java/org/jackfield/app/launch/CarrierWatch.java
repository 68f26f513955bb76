package org.jackfield.app.launch;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees by a probe, a virtual thread that does nothing, whether virtual threads get a carrier at all. Under load a probe is late;
 * where each carrier waits for a lock whose owner waits for a carrier it never comes, and then there must be more of them.
 */
final class CarrierWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CarrierWatch.class);
    private static final Duration STUCK = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final VirtualThreadSchedulerMXBean scheduler;
    private CarrierCount count;

    private CarrierWatch(VirtualThreadSchedulerMXBean scheduler) {
        this.scheduler = scheduler;
        this.count = CarrierCount.usual(scheduler.getParallelism());
    }

    /** Begins to watch, on a thread of its own that needs no carrier, for as long as the process lives. */
    static void begin() {
        ScheduledExecutorService thread = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("carrier-watch").factory());
        thread.execute(() -> {
            CarrierWatch watch = new CarrierWatch(
                    ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class));
            var _ = thread.scheduleWithFixedDelay(watch::probe, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private void probe() {
        CountDownLatch moved = new CountDownLatch(1);
        Thread.ofVirtual().name("carrier-probe").start(moved::countDown);
        try {
            while (!moved.await(STUCK.toMillis(), TimeUnit.MILLISECONDS)) {
                become(count.stuck());
            }
            become(count.moving());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void become(CarrierCount next) {
        if (next.now() != count.now()) {
            LOG.info("virtual threads have {} carriers now, they had {}", next.now(), count.now());
            scheduler.setParallelism(next.now());
        }
        count = next;
    }
}
