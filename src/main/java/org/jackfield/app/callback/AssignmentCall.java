package org.jackfield.app.callback;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jackfield.connectors.webhook.GuardedPost.Reply;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.work.AssignmentCallbacks.Owed;
import org.jackfield.engine.work.ReservationState;
import org.jackfield.engine.work.WorkStores;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells an application of one offer and does what it answers. An address that does not answer with 200 and an instruction that
 * can be carried out has its fallback asked; after that the worker is asked as long as the reservation runs. What went wrong is
 * an event and an alert of the account. Thread-safe; blocks for both answers.
 */
final class AssignmentCall {

    private static final int ATTEMPTS = 5;
    private static final int LONGEST_DETAIL = 300;

    private final CallbackParts parts;
    private final JsonMapper json;
    private final Clock clock;

    AssignmentCall(CallbackParts parts, JsonMapper json, Clock clock) {
        this.parts = parts;
        this.json = json;
        this.clock = clock;
    }

    /** Tells it if the offer is still open; it is settled afterwards whatever came of it. */
    void tell(Owed owed) {
        parts.unit().read(() -> offer(owed)).ifPresent(this::ask);
        parts.unit().run(() -> parts.stores().callbacks().settle(owed.account(), owed.reservationId()));
    }

    private Optional<AssignmentOffer> offer(Owed owed) {
        WorkStores stores = parts.stores();
        return stores.reservations()
                .find(owed.account(), owed.reservationId())
                .filter(reservation -> reservation.state() == ReservationState.PENDING
                        && reservation.expires().isAfter(clock.instant()))
                .flatMap(reservation -> stores.items()
                        .find(owed.account(), reservation.workItemId())
                        .flatMap(item -> stores.workers()
                                .find(owed.account(), owed.workspaceId(), reservation.workerId())
                                .flatMap(worker -> stores.policies()
                                        .find(owed.account(), owed.workspaceId(), owed.policyId())
                                        .map(policy -> new AssignmentOffer(reservation, item, worker, policy)))));
    }

    private void ask(AssignmentOffer offer) {
        Optional<String> url = offer.policy().callback().url();
        if (url.isPresent() && !isAnswered(offer, url.get())) {
            offer.policy().callback().fallback().ifPresent(fallback -> isAnswered(offer, fallback));
        }
    }

    private boolean isAnswered(AssignmentOffer offer, String url) {
        try {
            URI address = URI.create(url);
            Map<String, String> form = offer.form(json, clock.instant());
            Reply reply = parts.peer().http().post(address, form, headers(offer, address, form));
            if (!reply.isSuccess()) {
                throw new IOException("answered with status " + reply.status());
            }
            AssignmentAnswer.read(json, reply.body())
                    .ifPresent(instruction -> carryOut(instruction, offer, ATTEMPTS));
            return true;
        } catch (IOException | IllegalArgumentException | DomainException failure) {
            report(offer, url, String.valueOf(failure.getMessage()));
            return false;
        }
    }

    /** Who was second looks again: the item may have been changed only. */
    private void carryOut(Instruction instruction, AssignmentOffer offer, int attempts) {
        try {
            parts.instructions().carryOut(instruction, offer.item(), offer.reservation());
        } catch (ConflictException second) {
            if (attempts <= 1) {
                throw second;
            }
            carryOut(instruction, offer, attempts - 1);
        }
    }

    private Map<String, String> headers(AssignmentOffer offer, URI address, Map<String, String> form) {
        Map<String, String> headers = new LinkedHashMap<>(
                Signatures.headers(parts.peer().keys().of(offer.item().account()), address, form));
        headers.put("I-Twilio-Idempotency-Token", offer.reservation().id());
        return headers;
    }

    private void report(AssignmentOffer offer, String url, String detail) {
        String shortened = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        parts.unit()
                .run(() -> parts.events()
                        .append(new NewEvent(offer.item().account(), offer.item().eventKey(),
                                "assignment-callback.failed",
                                Map.of("workspace", offer.item().workspaceId(), "workItem", offer.item().id(),
                                        "reservation", offer.reservation().id(), "url", url, "detail", shortened))));
    }
}
