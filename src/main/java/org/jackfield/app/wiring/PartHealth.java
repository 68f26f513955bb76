package org.jackfield.app.wiring;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** A part of the product is well when asking it something small does not fail. */
final class PartHealth extends AbstractHealthIndicator {

    private final Runnable question;

    PartHealth(Runnable question) {
        this.question = question;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        question.run();
        health.up();
    }
}
