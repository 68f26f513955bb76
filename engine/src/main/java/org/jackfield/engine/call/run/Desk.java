package org.jackfield.engine.call.run;

import java.time.Clock;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.call.instruction.Signal;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.OfferDesk;

/**
 * Where flows and work distribution hand in what they want of calls: rows join the open unit of work, the mailbox hears of it
 * after the commit and never when it is rolled back.
 */
final class Desk implements InstructionDesk, OfferDesk {

    private final CallStores stores;
    private final MailboxOpener opener;
    private final Ids ids;
    private final Clock clock;

    Desk(CallStores stores, MailboxOpener opener, Ids ids, Clock clock) {
        this.stores = stores;
        this.opener = opener;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String issue(Request request) {
        Instruction row = new Instruction(request.account(), ids.next(IdPrefix.INSTRUCTION), request.callId(),
                request.name(), request.parameters(), request.element(), request.executionId());
        stores.instructions().insert(row, clock.instant());
        stores.events().append(CallEvents.issued(row));
        afterCommit(row.account(), row.callId(), new Stimulus.Issued(row));
        return row.id();
    }

    @Override
    public void withdraw(AccountId account, String instructionId) {
        stores.instructions()
                .withdraw(account, instructionId, clock.instant())
                .ifPresent(row -> afterCommit(account, row.callId(), new Stimulus.Withdrawn(instructionId)));
    }

    @Override
    public void flowEnded(AccountId account, String callId, Ending ending) {
        afterCommit(account, callId, new Stimulus.FlowEnded(ending.processInstance()));
    }

    @Override
    public void flowFailed(AccountId account, String callId, Failure failure) {
        afterCommit(account, callId, new Stimulus.FlowFailed(failure));
    }

    @Override
    public void offer(Offer offer) {
        aboutWork(offer.account(), offer.subject(), offer.workItemId(), new Signal.Offered(offer));
    }

    @Override
    public void rescind(Offer offer) {
        aboutWork(offer.account(), offer.subject(), offer.workItemId(), new Signal.Rescinded(offer));
    }

    @Override
    public void expired(AccountId account, String subject, String workItemId) {
        aboutWork(account, subject, workItemId, new Signal.Expired(workItemId));
    }

    /** Of an item that is no call nobody's phone rings: its worker learns of it by its events. */
    private void aboutWork(AccountId account, String callId, String workItemId, Signal signal) {
        if (!callId.isEmpty()) {
            opener.deliver(account, callId, new Stimulus.AboutWork(workItemId, signal));
        }
    }

    private void afterCommit(AccountId account, String callId, Stimulus stimulus) {
        stores.unit().afterCommit(() -> opener.deliver(account, callId, stimulus));
    }
}
