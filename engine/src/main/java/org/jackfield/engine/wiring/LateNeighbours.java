package org.jackfield.engine.wiring;

import java.util.function.Supplier;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.OfferDesk;
import org.jackfield.engine.work.WorkItemFlow;

/** Neighbours of work distribution that need it themselves: looked up when they are first told something. */
final class LateNeighbours {

    private LateNeighbours() {}

    record Offers(Supplier<OfferDesk> desk) implements OfferDesk {
        @Override
        public void offer(Offer offer) {
            desk.get().offer(offer);
        }

        @Override
        public void rescind(Offer offer) {
            desk.get().rescind(offer);
        }

        @Override
        public void expired(AccountId account, String subject, String workItemId) {
            desk.get().expired(account, subject, workItemId);
        }
    }

    record Flows(Supplier<WorkItemFlow> flow) implements WorkItemFlow {
        @Override
        public String start(AccountId account, String workItemId, String subject, String queue) {
            return flow.get().start(account, workItemId, subject, queue);
        }

        @Override
        public void tell(AccountId account, String processInstanceId, Fact fact) {
            flow.get().tell(account, processInstanceId, fact);
        }
    }
}
