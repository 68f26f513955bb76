package org.jackfield.engine.call;

import java.util.Map;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;

/**
 * The engine's side of a flow, implemented by {@code engine.bpmn}. Every method joins the open unit of work; the process
 * instance moves to its next waits inside it.
 */
public interface FlowRuns {

    /** A flow to start for a call. The call's facts (id, from, to, direction) become the variable {@code call}. */
    record Start(AccountId account, String callId, FlowAddress flow, Map<String, ?> callFacts) {
        public Start {
            callFacts = Map.copyOf(callFacts);
        }
    }

    /** What runs now. */
    record Started(String processInstanceId, String flowKey, int flowVersion) {}

    /**
     * Starts the newest (or the named) version that the account deployed, or the shipped one of that key.
     *
     * @throws org.jackfield.engine.error.DomainException FLOW_NOT_FOUND
     */
    Started start(Start start);

    /**
     * Resumes the element that waits for the instruction: {@code Done} leaves it normally, the named errors are thrown as
     * BPMN errors, {@code HungUp} and {@code Lost} are delivered as the messages {@code caller-hung-up} and
     * {@code call-lost} to the nearest scope that catches them (none: the instance is ended).
     */
    void resume(Instruction instruction, InstructionOutcome outcome);

    /** The caller hung up, or was lost, while no instruction waited: delivers the message to the process instance. */
    void callEnded(AccountId account, String processInstanceId, InstructionOutcome ending);

    /**
     * The call goes on with another flow: delivers the message {@code call-redirected} to the process instance, then ends
     * what still waits in it. Nothing happens when the instance is over.
     */
    void leave(AccountId account, String processInstanceId);
}
