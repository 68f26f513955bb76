package org.jackfield.connectors.sip;

import java.util.concurrent.Executor;
import org.jackfield.connectors.rtp.MediaServer;
import org.jackfield.connectors.sip.digest.DigestClient;
import org.jackfield.engine.call.LegListener;
import org.jackfield.engine.time.Timers;

/** What every leg needs from the stack around it. */
record LegContext(SipOptions options, SipEndpoint endpoint, Messages messages, LegTable table, MediaServer media,
        Timers timers, Executor executor, FaultGuard guard, DigestClient digests, OnNetCalls onNet, OwnTags ownTags,
        LegListener listener) {

    SerialMailbox newMailbox() {
        return new SerialMailbox(executor, guard);
    }
}
