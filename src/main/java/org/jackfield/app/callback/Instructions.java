package org.jackfield.app.callback;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.run.OutboundCalls;
import org.jackfield.engine.call.run.OutboundCalls.NewCall;
import org.jackfield.engine.directory.FlowCatalog;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.ItemAdministration;
import org.jackfield.engine.work.ItemAdministration.ItemChange;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.WorkAdministration;
import org.jackfield.engine.work.WorkAdministration.WorkerChange;
import org.jackfield.engine.work.WorkDistribution;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.Worker;

/**
 * Carries out what an application says about an offer. Each is one transaction: either all of it happens or nothing. Throws
 * {@link DomainException} with what the application is told. Thread-safe.
 */
public final class Instructions {

    private static final Duration USUAL_RING_TIME = Duration.ofSeconds(60);
    private static final String DECLINED = "declined";

    private final Work work;
    private final OutboundCalls calls;
    private final FlowCatalog flows;
    private final Dequeue dequeue;

    public Instructions(Work work, OutboundCalls calls, FlowCatalog flows) {
        this.work = work;
        this.calls = calls;
        this.flows = flows;
        this.dequeue = new Dequeue(work.items());
    }

    /** The services of work distribution. */
    public record Work(WorkDistribution distribution, ItemAdministration items, WorkAdministration administration,
            WorkStores stores, UnitOfWork unit) {}

    /** @throws DomainException it cannot be carried out, or comes too late; nothing was changed */
    public void carryOut(Instruction instruction, WorkItem item, Reservation reservation) {
        work.unit().run(() -> {
            switch (instruction.kind()) {
                case ACCEPT -> accept(item, reservation);
                case REJECT -> reject(instruction, reservation);
                case CALL -> call(instruction, item, reservation);
                case REDIRECT -> redirect(instruction, item, reservation);
                case DEQUEUE -> {
                    requireCall(item);
                    requireDone(dequeue.carryOut(instruction, reservation), reservation);
                }
                case CONFERENCE, SUPERVISE ->
                    throw refused("the instruction " + instruction.kind() + " does not work yet");
            }
        });
    }

    /** What becomes of a call's item the call decides: it is accepted by answering at the worker's phone. */
    private void accept(WorkItem item, Reservation reservation) {
        if (isCall(item)) {
            throw refused("task " + item.id() + " follows call " + item.origin().subject()
                    + ": it is accepted by answering the worker's phone, which rings");
        }
        requireDone(work.distribution().accept(item.account(), reservation.id()), reservation);
    }

    private void reject(Instruction instruction, Reservation reservation) {
        requireDone(work.items().decline(reservation.account(), reservation.id(), DECLINED), reservation);
        instruction.optional("activity_sid")
                .ifPresent(activity -> work.administration()
                        .updateWorker(reservation.account(), reservation.workspaceId(), reservation.workerId(),
                                WorkerChange.activity(activity)));
    }

    private void call(Instruction instruction, WorkItem item, Reservation reservation) {
        if (isCall(item)) {
            throw refused("task " + item.id() + " is a call already, and the worker's phone rings for it");
        }
        instruction.refuse("record", "status_callback_url");
        String to = instruction.optional("to")
                .or(() -> contact(reservation))
                .orElseThrow(() -> new DomainException(ErrorCode.INVALID_PARAMETER,
                        "the instruction needs to, because the worker has no contact_uri"));
        Call made = calls.create(new NewCall(item.account(), instruction.required("from", ErrorCode.NO_CALLER_NAMED),
                to,
                flow(item.account(), instruction.required("url", ErrorCode.INVALID_URL)),
                instruction.ringTime().orElse(USUAL_RING_TIME)));
        Map<String, Object> attributes = new HashMap<>(item.origin().attributes());
        attributes.put("worker_call_sid", made.id());
        work.items()
                .amend(item.account(), item.id(), new ItemChange(Optional.of(attributes), Optional.empty(),
                        Optional.empty(), Optional.empty()));
        if (instruction.flag("accept")) {
            accept(item, reservation);
        }
    }

    private void redirect(Instruction instruction, WorkItem item, Reservation reservation) {
        String call = instruction.required("call_sid", ErrorCode.NO_CALL_NAMED);
        FlowAddress flow = flow(item.account(), instruction.required("url", ErrorCode.INVALID_URL));
        if (instruction.flag("accept")) {
            accept(item, reservation);
        }
        calls.redirect(item.account(), call, flow);
    }

    private Optional<String> contact(Reservation reservation) {
        return work.stores()
                .workers()
                .find(reservation.account(), reservation.workspaceId(), reservation.workerId())
                .flatMap(Worker::contactUri);
    }

    private FlowAddress flow(AccountId account, String url) {
        if (!FlowAddress.isFlow(url)) {
            throw new DomainException(ErrorCode.INVALID_URL, "the address is not flow:KEY or flow:KEY@VERSION");
        }
        FlowAddress flow = FlowAddress.parse(url);
        if (!flows.exists(account, flow)) {
            throw new DomainException(ErrorCode.FLOW_NOT_FOUND, "no flow " + flow + " is deployed");
        }
        return flow;
    }

    private static void requireCall(WorkItem item) {
        if (!isCall(item)) {
            throw refused("task " + item.id() + " is no call that waits");
        }
    }

    private static boolean isCall(WorkItem item) {
        return !item.origin().subject().isEmpty();
    }

    private static void requireDone(Answer answer, Reservation reservation) {
        if (answer == Answer.TOO_LATE) {
            throw new DomainException(ErrorCode.ILLEGAL_STATE,
                    "reservation " + reservation.id() + " is not open any more");
        }
    }

    private static DomainException refused(String why) {
        return new DomainException(ErrorCode.INSTRUCTION_REFUSED, why);
    }
}
