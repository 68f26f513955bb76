package org.jackfield.engine.call.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Calls;
import org.jackfield.engine.call.InMemoryCalls;
import org.jackfield.engine.call.InMemoryInstructions;
import org.jackfield.engine.call.InMemoryRecordings;
import org.jackfield.engine.call.Recordings;
import org.jackfield.engine.event.RecordingEventLog;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.loopback.LoopbackNetwork;
import org.jackfield.engine.loopback.LoopbackPhone;
import org.jackfield.engine.media.PromptUnavailableException;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.node.NoPost;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.NodeMessages;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.Admission;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.tenant.NumberAssignment;
import org.jackfield.engine.time.ManualTimers;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.DirectUnitOfWork;

/** Everything that calls need, in memory and on manual time: stimuli run on the thread that brings them. */
final class Switchboard {

    static final AccountId ACCOUNT = new AccountId("AC00000000000000000000000000000001");
    static final String NUMBER = "+15550100";
    static final Sound PROMPT = Sound.of(new short[8_000]);
    static final Sound MUSIC = Sound.of(new short[16_000]);

    final SettableClock clock = new SettableClock();
    final ManualTimers timers = new ManualTimers(clock);
    final Ids ids = new TimeOrderedIds(clock, new Random(11));
    final LoopbackNetwork network = new LoopbackNetwork(ids, clock, timers);
    final Calls calls;
    final Recordings recordings;
    final RecordingEventLog events = new RecordingEventLog();
    final ScriptedFlows flows = new ScriptedFlows();
    final ScriptedWork work = new ScriptedWork();
    final Set<String> admitted = new TreeSet<>();
    final CallStores stores;
    final Neighbours neighbours;
    final CallEngine engine;
    Admission.Verdict verdict = Admission.Verdict.ADMITTED;
    private final InMemoryCalls memory = new InMemoryCalls();
    private final InMemoryInstructions memoryInstructions = new InMemoryInstructions(memory);
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holding;
    private Optional<FlowAddress> assigned = Optional.empty();

    /** Which node it is, and its post. */
    record Where(NodeId node, NodeMessages post) {
        static final Where ALONE = new Where(new NodeId("node", 2), new NoPost());
    }

    Switchboard(Path folder) {
        this(folder, Optional.empty(), Where.ALONE);
    }

    /** On the given stores instead of those in memory. */
    Switchboard(Path folder, CallStores given) {
        this(folder, Optional.of(given), Where.ALONE);
    }

    Switchboard(Path folder, Optional<CallStores> given, Where where) {
        stores = given.orElseGet(
                () -> new CallStores(new DirectUnitOfWork(), memory, memoryInstructions, new InMemoryRecordings(),
                        events));
        calls = stores.calls();
        recordings = stores.recordings();
        neighbours = new Neighbours(network, () -> flows, () -> work, this::find, new Admission() {
            @Override
            public Verdict admit(AccountId account, String callId) {
                if (verdict == Verdict.ADMITTED) {
                    admitted.add(callId);
                }
                return verdict;
            }

            @Override
            public void release(AccountId account, String callId) {
                admitted.remove(callId);
            }
        }, where.post());
        engine = new CallEngine(stores, neighbours, new CallEngine.Voices(Switchboard::prompt, _ -> PROMPT),
                new Home(where::node, folder),
                new CallEngine.Ground(ids, clock, timers, this::execute));
        network.deliverTo(engine.inbound());
        flows.use(engine.instructionDesk());
    }

    /** From now on mailboxes wait with their work. */
    void hold() {
        holding = true;
    }

    /** Who waits goes on waiting; what comes from now on is done at once. */
    void holdNoMore() {
        holding = false;
    }

    /** The mailboxes do all that waits. */
    void letGo() {
        holding = false;
        while (!held.isEmpty()) {
            held.removeFirst().run();
        }
    }

    private void execute(Runnable task) {
        if (holding) {
            held.add(task);
        } else {
            task.run();
        }
    }

    /** What the number runs. */
    void assign(ScriptedFlows.Line... lines) {
        assigned = Optional.of(flows.flow("flow", lines));
    }

    void assign(FlowAddress flow) {
        assigned = Optional.of(flow);
    }

    LoopbackPhone phone(String address) {
        return network.phone(address);
    }

    void pass(Duration time) {
        timers.advance(time);
    }

    Call call(String id) {
        return calls.find(ACCOUNT, id).orElseThrow();
    }

    List<Call> legs() {
        return calls.list(ACCOUNT, Calls.Filter.ALL, 100);
    }

    private Optional<NumberAssignment> find(String number) {
        return assigned.filter(_ -> number.equals(NUMBER))
                .map(flow -> new NumberAssignment(ACCOUNT, "PN1", NUMBER, flow));
    }

    private static Sound prompt(AccountId account, String address) {
        if (address.equals("prompt:missing")) {
            throw new PromptUnavailableException("no prompt missing");
        }
        return address.equals("prompt:hold-music") ? MUSIC : PROMPT;
    }
}
