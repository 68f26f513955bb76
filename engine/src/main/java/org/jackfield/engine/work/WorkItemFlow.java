package org.jackfield.engine.work;

import org.jackfield.engine.tenant.AccountId;

/**
 * The process instance that follows a work item, implemented by {@code engine.bpmn}. The item's state machine lives in
 * our tables; the process is touched only where its model waits. Every method joins the open unit of work.
 */
public interface WorkItemFlow {

    /** Starts {@code work-item} (or the model that the account put in its place); the process instance's id. */
    String start(AccountId account, String workItemId, String subject, String queue);

    /** Delivers what happened ({@code accepted}, {@code wrapping}, {@code completed}, {@code cancelled}) as a message. */
    void tell(AccountId account, String processInstanceId, Fact fact);

    /** What a model of a work item can wait for; the message's name is the lower-case word with {@code work-item-}. */
    enum Fact {
        ACCEPTED,
        WRAPPING,
        COMPLETED,
        CANCELLED
    }
}
