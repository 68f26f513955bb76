package org.jackfield.app.launch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;

/**
 * The first step of a stop: readiness goes down, so that nobody sends new work here, and no call is admitted. Waiting for
 * the running calls is the first step of closing the application.
 */
public final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Runnable noNewCalls;

    /** @param noNewCalls from now on no call is admitted */
    public Drain(Runnable noNewCalls) {
        this.noNewCalls = noNewCalls;
    }

    void run(ApplicationContext context) {
        LOG.info("stopping: no new calls, running ones may end");
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        noNewCalls.run();
    }
}
