package org.jackfield.engine.call;

/**
 * Hears what legs report. Called on the connector's threads: it must only put the stimulus into the call's mailbox and
 * return. Stimuli of one leg come in order.
 */
@FunctionalInterface
public interface LegListener {

    void on(String leg, LegEvent event);
}
