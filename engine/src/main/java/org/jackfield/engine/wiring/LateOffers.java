package org.jackfield.engine.wiring;

import java.util.function.Supplier;
import org.jackfield.engine.call.run.CallEngine;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.OfferDesk;

/** The offer desk of an engine that is made later. */
record LateOffers(Supplier<CallEngine> engine) implements OfferDesk {

    @Override
    public void offer(Offer offer) {
        engine.get().offerDesk().offer(offer);
    }

    @Override
    public void rescind(Offer offer) {
        engine.get().offerDesk().rescind(offer);
    }

    @Override
    public void expired(AccountId account, String subject, String workItemId) {
        engine.get().offerDesk().expired(account, subject, workItemId);
    }
}
