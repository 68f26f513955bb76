package org.jackfield.app.demo;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One agent through his day, on a thread of his own: he answers, talks, transfers, takes a break. */
final class SimulatedAgent {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedAgent.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final String worker;
    private final Phone phone;
    private final DemoCenter center;
    private final Chance chance;

    SimulatedAgent(String worker, Phone phone, DemoCenter center, Chance chance) {
        this.worker = worker;
        this.phone = phone;
        this.center = center;
        this.chance = chance;
    }

    /** Until the thread is interrupted. */
    void run() {
        boolean here = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!here) {
                    center.setAvailable(worker, true);
                    here = true;
                }
                Optional<PhoneCall> ring = phone.nextRing(LOOK);
                ring.ifPresent(this::serve);
                if (ring.isEmpty() && chance.of(0.04)) {
                    center.setAvailable(worker, false);
                    here = false;
                    phone.nextRing(chance.between(10, 30)).ifPresent(this::serve);
                }
            } catch (RuntimeException failed) {
                here = false;
                LOG.warn("the demo's agent goes on after: {}", failed.getMessage());
                phone.nextRing(LOOK).ifPresent(PhoneCall::decline);
            }
        }
    }

    private void serve(PhoneCall ring) {
        try (ring) {
            if (!ring.staysFor(chance.between(1, 4))) {
                return;
            }
            if (chance.of(0.05)) {
                ring.decline();
                return;
            }
            ring.accept();
            boolean there = ring.staysFor(chance.between(8, 30));
            if (there && chance.of(0.15) && center.transfer(phone.contact())) {
                ring.staysFor(LOOK);
            }
        }
    }

    /** Goes home; who is rung after that hears nobody. */
    void leave() {
        phone.close();
        center.setAvailable(worker, false);
    }
}
