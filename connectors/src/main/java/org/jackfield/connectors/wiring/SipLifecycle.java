package org.jackfield.connectors.wiring;

import org.jackfield.connectors.sip.SipCallControl;
import org.springframework.context.SmartLifecycle;

/** Lets calls in once everything is started, and no new ones as the first step of stopping. */
final class SipLifecycle implements SmartLifecycle {

    private final SipCallControl control;
    private volatile boolean running;

    SipLifecycle(SipCallControl control) {
        this.control = control;
    }

    @Override
    public void start() {
        running = true;
        control.drain(false);
    }

    @Override
    public void stop() {
        running = false;
        control.drain(true);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
