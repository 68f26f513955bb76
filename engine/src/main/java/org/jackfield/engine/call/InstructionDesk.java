package org.jackfield.engine.call;

import java.util.Map;
import org.jackfield.engine.tenant.AccountId;

/**
 * Where the engine's plug-in hands an element's instruction in. Joins the open unit of work: writes the row; after the
 * commit the instruction goes to the mailbox of the call, on the node that holds the leg.
 */
public interface InstructionDesk {

    /** What an element asks for. */
    record Request(AccountId account, String callId, String name, Map<String, ?> parameters, String element,
            String executionId) {
        public Request {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Writes the row; the id of the new instruction. */
    String issue(Request request);

    /**
     * The element was left without the outcome (a boundary event, an interrupting sub-process, a deleted instance): the
     * instruction is withdrawn, the leg stops carrying it out, its outcome will be dropped.
     */
    void withdraw(AccountId account, String instructionId);

    /** The process instance ended: the call's leg is hung up if it is still there and this is what runs on it. */
    void flowEnded(AccountId account, String callId, Ending ending);

    /** The model failed (an incident, an error that nothing catches): the call ends as failed if it runs this instance. */
    void flowFailed(AccountId account, String callId, Failure failure);

    /** Which instance ended, and at which end event; empty when it was ended elsewhere. */
    record Ending(String processInstance, String endEvent) {}

    /** Which instance failed, where and why. */
    record Failure(String processInstance, String element, String detail) {}
}
