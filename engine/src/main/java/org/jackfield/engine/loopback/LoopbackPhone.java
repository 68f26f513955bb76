package org.jackfield.engine.loopback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A telephone with an address in the loopback network. It takes one call at a time; more find it busy. Thread-safe. */
public final class LoopbackPhone {

    private final LoopbackNetwork network;
    private final String address;
    private final Deque<LoopbackCall> rung = new ArrayDeque<>();
    private final List<LoopbackCall> up = new ArrayList<>();
    private Consumer<LoopbackCall> onRing = _ -> {};

    LoopbackPhone(LoopbackNetwork network, String address) {
        this.network = network;
        this.address = address;
    }

    public String address() {
        return address;
    }

    /** Calls a number or address of the platform. */
    public LoopbackCall call(String to) {
        return network.callIn(this, to);
    }

    /** What is done when it rings; nothing until it is set. Runs after the ringing was reported. */
    public LoopbackPhone whenRung(Consumer<LoopbackCall> action) {
        network.exchange().change(() -> onRing = action);
        return this;
    }

    /** The next call that rang here and was not taken by this method yet. */
    public Optional<LoopbackCall> nextRing() {
        return network.exchange().locked(() -> Optional.ofNullable(rung.poll()));
    }

    /** Whether a call is up or rings. */
    public boolean isBusy() {
        return network.exchange().locked(() -> !up.isEmpty());
    }

    boolean takesCalls() {
        return up.isEmpty();
    }

    Runnable ring(LoopbackCall call) {
        rung.add(call);
        up.add(call);
        Consumer<LoopbackCall> action = onRing;
        return () -> action.accept(call);
    }

    void calls(LoopbackCall call) {
        up.add(call);
    }

    void freed(LoopbackCall call) {
        up.remove(call);
    }
}
