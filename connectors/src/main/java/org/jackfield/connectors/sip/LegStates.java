package org.jackfield.connectors.sip;

import static org.jackfield.connectors.sip.LegState.ALERTING;
import static org.jackfield.connectors.sip.LegState.ANSWERING;
import static org.jackfield.connectors.sip.LegState.CALLING;
import static org.jackfield.connectors.sip.LegState.CANCELLING;
import static org.jackfield.connectors.sip.LegState.CLOSING;
import static org.jackfield.connectors.sip.LegState.ENDED;
import static org.jackfield.connectors.sip.LegState.INCOMING;
import static org.jackfield.connectors.sip.LegState.RINGING;
import static org.jackfield.connectors.sip.LegState.TALKING;

import org.jackfield.engine.state.TransitionTable;

/** The two ways of a leg, as tables: a call that came in, and a call that we make. */
final class LegStates {

    static final TransitionTable<LegState, LegTrigger> INBOUND = TransitionTable
            .<LegState, LegTrigger>startingAt(INCOMING)
            .row(INCOMING, LegTrigger.RING, ALERTING)
            .row(INCOMING, LegTrigger.ANSWER, ANSWERING)
            .row(INCOMING, LegTrigger.REFUSE, ENDED)
            .row(INCOMING, LegTrigger.HANG_UP, ENDED)
            .row(INCOMING, LegTrigger.CANCELLED, ENDED)
            .row(ALERTING, LegTrigger.ANSWER, ANSWERING)
            .row(ALERTING, LegTrigger.REFUSE, ENDED)
            .row(ALERTING, LegTrigger.HANG_UP, ENDED)
            .row(ALERTING, LegTrigger.CANCELLED, ENDED)
            .row(ANSWERING, LegTrigger.ACKNOWLEDGED, TALKING)
            .row(ANSWERING, LegTrigger.ACK_MISSING, ENDED)
            .row(ANSWERING, LegTrigger.HANG_UP, CLOSING)
            .row(ANSWERING, LegTrigger.PEER_HUNG_UP, ENDED)
            .row(ANSWERING, LegTrigger.BROKEN, CLOSING)
            .row(CLOSING, LegTrigger.ACKNOWLEDGED, ENDED)
            .row(CLOSING, LegTrigger.ACK_MISSING, ENDED)
            .row(CLOSING, LegTrigger.PEER_HUNG_UP, ENDED)
            .row(TALKING, LegTrigger.HANG_UP, ENDED)
            .row(TALKING, LegTrigger.PEER_HUNG_UP, ENDED)
            .row(TALKING, LegTrigger.BROKEN, ENDED)
            .build();

    static final TransitionTable<LegState, LegTrigger> OUTBOUND = TransitionTable
            .<LegState, LegTrigger>startingAt(CALLING)
            .row(CALLING, LegTrigger.RANG, RINGING)
            .row(CALLING, LegTrigger.ACCEPTED, TALKING)
            .row(CALLING, LegTrigger.DECLINED, ENDED)
            .row(CALLING, LegTrigger.HANG_UP, CANCELLING)
            .row(RINGING, LegTrigger.ACCEPTED, TALKING)
            .row(RINGING, LegTrigger.DECLINED, ENDED)
            .row(RINGING, LegTrigger.HANG_UP, CANCELLING)
            .row(CANCELLING, LegTrigger.DECLINED, ENDED)
            .row(TALKING, LegTrigger.HANG_UP, ENDED)
            .row(TALKING, LegTrigger.PEER_HUNG_UP, ENDED)
            .row(TALKING, LegTrigger.BROKEN, ENDED)
            .build();

    private LegStates() {}
}
