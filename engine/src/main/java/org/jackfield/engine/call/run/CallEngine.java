package org.jackfield.engine.call.run;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.DanglingDialogs;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.media.PromptLibrary;
import org.jackfield.engine.media.SpeechSynthesizer;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.Nodes.Registration;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.work.OfferDesk;

/**
 * The calls of one node: made once, it puts the parts together and hands out the ports that neighbours use. It reports to the
 * {@link org.jackfield.engine.call.CallControl} from the moment it is made. Thread-safe.
 */
public final class CallEngine implements CallDrain, AutoCloseable {

    /** Where ids, time and threads come from; the executor runs short tasks, best on virtual threads. */
    public record Ground(Ids ids, Clock clock, Timers timers, Executor executor) {}

    /** Where sounds come from. */
    public record Voices(PromptLibrary prompts, SpeechSynthesizer speech) {}

    private static final Duration RECOVER_AGAIN = Duration.ofSeconds(1);

    private final CallMailboxes mailboxes = new CallMailboxes();
    private final CallTally tally = new CallTally();
    private final CallRouter router;
    private final ApiCalls apiCalls;
    private final Desk desk;
    private final InstructionSweep sweep;
    private final CallClosing closing;
    private final CallStores stores;
    private final Neighbours neighbours;
    private final Ground ground;
    private final Home home;
    private final CallPost post;
    private final MailboxOpener opener;
    private volatile Registration received = () -> {};

    public CallEngine(CallStores stores, Neighbours neighbours, Voices voices, Home home, Ground ground) {
        this.stores = stores;
        this.neighbours = neighbours;
        this.ground = ground;
        this.home = home;
        Clock clock = ground.clock();
        CallWorkshop.Ground floor = new CallWorkshop.Ground(clock, ground.timers(), ground.executor());
        EffectRunner effects = new EffectRunner(neighbours.control(), neighbours.admission(),
                new Sounds(voices.prompts(), voices.speech(), ground.executor()), mailboxes, home.recordings());
        CallWorkshop workshop = new CallWorkshop(
                new CallWorkshop.Parts(new CallDecider(InstructionCatalog.standard(), ground.ids()),
                        new CallWriter(stores, neighbours), effects, mailboxes, tally),
                floor, stores);
        post = new CallPost(neighbours.nodes());
        opener = new MailboxOpener(mailboxes, workshop, stores, home, post);
        closing = new CallClosing(mailboxes, ground.timers());
        router = new CallRouter(stores, neighbours, new CallRouter.Here(home, clock, tally), opener);
        apiCalls = new ApiCalls(stores, neighbours.admission(), opener, home, new ApiCalls.Made(ground.ids(), clock));
        desk = new Desk(stores, opener, ground.ids(), clock);
        sweep = new InstructionSweep(stores, opener, home, floor);
        neighbours.control().reportTo(mailboxes);
    }

    /** Begins to hear of its calls from other nodes, and to hand instructions out again that got lost between nodes. */
    public void start() {
        received = post.receive(opener::deliver);
        sweep.start();
    }

    /** Where connectors deliver calls. */
    public InboundCalls inbound() {
        return call -> {
            if (closing.isClosing()) {
                neighbours.control().refuse(call.leg(), Refusal.NO_CAPACITY);
                tally.refused();
            } else {
                router.offer(call);
            }
        };
    }

    public OutboundCalls outbound() {
        return apiCalls;
    }

    public InstructionDesk instructionDesk() {
        return desk;
    }

    public OfferDesk offerDesk() {
        return desk;
    }

    /** Ends what a dead node left, with BYE through the given port. */
    public CallRecovery recovery(DanglingDialogs dialogs) {
        return new CallRecovery(stores, neighbours, dialogs, new RecordingRecovery(stores, home), ground.clock());
    }

    /** Ends in the background what a node left that is over, again and again until the database lets it. */
    public void nodeOver(NodeId over, DanglingDialogs dialogs) {
        ground.executor().execute(() -> {
            try {
                recovery(dialogs).recover(over);
            } catch (StoreUnavailableException away) {
                ground.timers().after(RECOVER_AGAIN, () -> nodeOver(over, dialogs));
            }
        });
    }

    public CallCensus census() {
        int waiting = 0;
        for (CallMailbox mailbox : mailboxes.all()) {
            waiting += mailbox.waiting();
        }
        return new CallCensus(mailboxes.calls(), mailboxes.legs(), waiting);
    }

    /** How calls ended since the start. */
    public CallTotals totals() {
        return tally.totals();
    }

    @Override
    public void drain(Duration atMost) {
        closing.drain(atMost);
    }

    @Override
    public void close() {
        received.close();
        sweep.stop();
    }
}
