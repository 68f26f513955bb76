package org.jackfield.engine.call.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.run.CallState.Ear;
import org.jackfield.engine.call.run.CallState.Flow;
import org.jackfield.engine.call.run.CallState.Leg;
import org.jackfield.engine.call.run.CallState.Running;
import org.jackfield.engine.call.run.CallState.Take;
import org.jackfield.engine.event.NewEvent;

/** A step while it is being decided: the only mutable thing of the decider, never seen outside of it. */
final class Draft {

    final Instant now;
    final Map<String, Leg> legs;
    final Map<String, Running> running;
    final Map<String, Take> takes;
    final List<NewEvent> events = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    Call root;
    Flow flow;
    Ear ear;

    Draft(CallState state, Instant now) {
        this.now = now;
        root = state.root();
        flow = state.flow();
        ear = state.ear();
        legs = new LinkedHashMap<>(state.legs());
        running = new LinkedHashMap<>(state.running());
        takes = new LinkedHashMap<>(state.takes());
    }

    boolean isRoot(String leg) {
        return root.id().equals(leg);
    }

    void write(Change change) {
        changes.add(change);
    }

    /** Writes the changed root; the draft goes on with the version that the store will give it. */
    void updateRoot(Call changed) {
        write(new Change.UpdateCall(changed));
        root = changed.stored(changed.version() + 1);
    }

    /** Writes a changed leg, which leaves the state when it is over. */
    void updateLeg(Leg leg, Call changed) {
        write(new Change.UpdateCall(changed));
        if (changed.isOver()) {
            legs.remove(changed.id());
            effects.add(new Effect.ForgetLeg(changed.id()));
        } else {
            legs.put(changed.id(), new Leg(changed.stored(changed.version() + 1), leg.instruction()));
        }
    }

    void addLeg(Call call, String instruction) {
        write(new Change.InsertCall(call));
        legs.put(call.id(), new Leg(call, instruction));
    }

    /** The instruction that the caller listened to until now, when it is another one. */
    Optional<String> listenTo(String instruction, boolean connected) {
        Optional<String> before = ear.instruction().filter(other -> !other.equals(instruction));
        ear = ear.to(instruction, connected);
        return before;
    }

    CallStep toStep() {
        return new CallStep(new CallState(root, flow, legs, running, takes, ear), changes, events, effects);
    }
}
