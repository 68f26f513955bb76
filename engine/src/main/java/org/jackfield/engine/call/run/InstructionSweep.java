package org.jackfield.engine.call.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;

/**
 * Hands instructions out again that are open for some time: one that another node's engine thread issued never reached the
 * mailbox here. The mailbox drops it when it carries the instruction already, or when that is over meanwhile.
 */
final class InstructionSweep {

    private static final Logger LOG = System.getLogger(InstructionSweep.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int MOST = 500;

    private final CallStores stores;
    private final MailboxOpener opener;
    private final Home home;
    private final CallWorkshop.Ground ground;
    private volatile boolean stopped;

    InstructionSweep(CallStores stores, MailboxOpener opener, Home home, CallWorkshop.Ground ground) {
        this.stores = stores;
        this.opener = opener;
        this.home = home;
        this.ground = ground;
    }

    void start() {
        if (!stopped) {
            ground.timers().after(PERIOD, () -> ground.executor().execute(this::sweepAndGoOn));
        }
    }

    void stop() {
        stopped = true;
    }

    private void sweepAndGoOn() {
        try {
            sweep();
        } catch (StoreUnavailableException | ConflictException away) {
            LOG.log(Level.DEBUG, "sweep of instructions put off: {0}", away.getMessage());
        } finally {
            start();
        }
    }

    void sweep() {
        Clock clock = ground.clock();
        NodeId here = home.self().get();
        List<Instruction> missed = stores.unit()
                .read(() -> stores.instructions()
                        .openOn(here.name(), here.incarnation(), clock.instant().minus(GRACE), MOST));
        for (Instruction open : missed) {
            opener.deliver(open.account(), open.callId(), new Stimulus.Missed(open));
        }
    }
}
