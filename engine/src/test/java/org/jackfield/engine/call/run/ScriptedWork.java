package org.jackfield.engine.call.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.OfferDesk.Offer;
import org.jackfield.engine.work.WorkDistribution;

/** Work distribution that writes down what it is told and answers what a test says. */
final class ScriptedWork implements WorkDistribution {

    private final List<String> told = new ArrayList<>();
    private Answer nextAccept = Answer.DONE;
    private int items;

    void answerNextAccept(Answer answer) {
        nextAccept = answer;
    }

    /** No item is open any more, and nobody was told. */
    synchronized void loseItems() {
        items = 0;
    }

    synchronized List<String> told() {
        return List.copyOf(told);
    }

    static Offer offer(AccountId account, String callId, String reservation, String contact) {
        return offer(account, callId, reservation, "WK1", contact);
    }

    static Offer offer(AccountId account, String callId, String reservation, String worker, String contact) {
        return new Offer(account, "WS1", reservation, "WT1", worker, callId, contact, Map.of());
    }

    @Override
    public synchronized String enqueue(NewWorkItem item) {
        String to = switch (item.to()) {
            case Destination.ToQueue(String queue) -> queue;
            case Destination.ByPolicy(String policy) -> "by policy " + policy;
            case Destination.ToWorker(String _, String worker, Optional<String> _) -> "to worker " + worker;
        };
        if (to.equals("nowhere")) {
            throw new DomainException(ErrorCode.NOT_FOUND, "no queue nowhere");
        }
        told.add("enqueue " + to);
        return "WT" + ++items;
    }

    @Override
    public synchronized Optional<String> findOpenItem(AccountId account, String subject) {
        return items == 0 ? Optional.empty() : Optional.of("WT1");
    }

    @Override
    public synchronized Answer cancel(AccountId account, String workItemId, String reason) {
        told.add("cancel " + workItemId);
        return Answer.DONE;
    }

    @Override
    public synchronized Answer accept(AccountId account, String reservationId) {
        told.add("accept " + reservationId);
        Answer answer = nextAccept;
        nextAccept = Answer.DONE;
        return answer;
    }

    @Override
    public synchronized Answer reject(AccountId account, String reservationId, String reason) {
        told.add("reject " + reservationId);
        return Answer.DONE;
    }

    @Override
    public synchronized Answer wrapUp(AccountId account, String workItemId, String reason) {
        told.add("wrapUp " + workItemId);
        return Answer.DONE;
    }

    @Override
    public synchronized Answer complete(AccountId account, String workItemId, String reason) {
        told.add("complete " + workItemId);
        return Answer.DONE;
    }
}
