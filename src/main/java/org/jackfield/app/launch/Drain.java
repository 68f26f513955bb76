package org.jackfield.app.launch;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;

/** What comes between the request to stop and the stop: readiness goes down, no new calls, running ones may end. */
public final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Consumer<Duration> calls;
    private final Duration atMost;

    /** @param calls takes no new calls from now on and waits until the calls are over, at most that long */
    public Drain(Consumer<Duration> calls, Duration atMost) {
        this.calls = calls;
        this.atMost = atMost;
    }

    void run(ApplicationContext context) {
        LOG.info("stopping: no new calls; running ones have {} s", atMost.toSeconds());
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        calls.accept(atMost);
        LOG.info("stopping: calls are over");
    }
}
