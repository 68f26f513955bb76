package org.jackfield.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jackfield.app.callback.Instruction;
import org.jackfield.app.callback.Instructions;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.WorkAdministration;
import org.jackfield.engine.work.WorkAdministration.WorkerChange;
import org.jackfield.engine.work.WorkDistribution;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.Worker;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reservations, as those of a work item and as those of a worker. */
@RestController
final class ReservationResource {

    private static final String OF_TASK = Wire.WORKSPACES + "/{WorkspaceSid}/Tasks/{TaskSid}/Reservations";
    private static final String OF_WORKER = Wire.WORKSPACES + "/{WorkspaceSid}/Workers/{WorkerSid}/Reservations";

    private final WorkDistribution work;
    private final WorkAdministration workers;
    private final Instructions instructions;
    private final WorkDesk desk;
    private final Wire wire;

    ReservationResource(WorkDistribution work, WorkAdministration workers, Instructions instructions, WorkDesk desk,
            Wire wire) {
        this.work = work;
        this.workers = workers;
        this.instructions = instructions;
        this.desk = desk;
        this.wire = wire;
    }

    @GetMapping(OF_TASK)
    View ofTask(Ask ask) {
        WorkItem item = desk.item(ask, desk.workspaceId(ask), ask.path("TaskSid"));
        return page(ask, item.workspaceId(), desk.read(
                () -> desk.stores().reservations().listOfItem(ask.account(), item.id(), ask.page().paging())));
    }

    @GetMapping(OF_WORKER)
    View ofWorker(Ask ask) {
        Worker worker = desk.worker(ask, desk.workspaceId(ask), ask.path("WorkerSid"));
        return page(ask, worker.workspaceId(), desk.read(
                () -> desk.stores().reservations().listOfWorker(ask.account(), worker.id(), ask.page().paging())));
    }

    @GetMapping(OF_TASK + "/{Sid}")
    ResponseEntity<View> readOfTask(Ask ask) {
        return answer(ask, ofTheTask(ask));
    }

    @GetMapping(OF_WORKER + "/{Sid}")
    ResponseEntity<View> readOfWorker(Ask ask) {
        return answer(ask, ofTheWorker(ask));
    }

    @PostMapping(OF_TASK + "/{Sid}")
    ResponseEntity<View> updateOfTask(Ask ask) {
        return update(ask, ofTheTask(ask));
    }

    @PostMapping(OF_WORKER + "/{Sid}")
    ResponseEntity<View> updateOfWorker(Ask ask) {
        return update(ask, ofTheWorker(ask));
    }

    private Reservation ofTheTask(Ask ask) {
        WorkItem item = desk.item(ask, desk.workspaceId(ask), ask.path("TaskSid"));
        return require(desk.reservation(ask, item.workspaceId(), ask.path("Sid")),
                reservation -> reservation.workItemId().equals(item.id()));
    }

    private Reservation ofTheWorker(Ask ask) {
        Worker worker = desk.worker(ask, desk.workspaceId(ask), ask.path("WorkerSid"));
        return require(desk.reservation(ask, worker.workspaceId(), ask.path("Sid")),
                reservation -> reservation.workerId().equals(worker.id()));
    }

    private static Reservation require(Reservation reservation, Predicate<Reservation> belongs) {
        if (!belongs.test(reservation)) {
            throw WorkDesk.missing("reservation", reservation.id());
        }
        return reservation;
    }

    private ResponseEntity<View> update(Ask ask, Reservation reservation) {
        Optional<String> status = ask.params().text("ReservationStatus");
        Optional<String> instruction = ask.params().text("Instruction");
        if (status.isPresent() == instruction.isPresent()) {
            throw Params.invalid("ReservationStatus", "or Instruction is required, one of them");
        }
        return answer(ask, desk.change(() -> {
            WorkItem item = desk.stores()
                    .items()
                    .lock(ask.account(), reservation.workItemId())
                    .orElseThrow(() -> WorkDesk.missing("task", reservation.workItemId()));
            Tags.require(ask, current(reservation).state().word());
            status.ifPresentOrElse(word -> become(ask, word, item, reservation),
                    () -> instructions.carryOut(InstructionParams.read(ask.params(), instruction.orElseThrow()), item,
                            reservation));
            return current(reservation);
        }));
    }

    private void become(Ask ask, String status, WorkItem item, Reservation reservation) {
        switch (status) {
            case "accepted" -> carryOut(Instruction.Kind.ACCEPT, item, reservation);
            case "rejected" -> carryOut(Instruction.Kind.REJECT, item, reservation);
            case "wrapping" -> done(work.wrapUp(ask.account(), held(item, reservation), ""), reservation, status);
            case "completed" -> done(work.complete(ask.account(), held(item, reservation), ""), reservation, status);
            default -> throw Params.invalid("ReservationStatus", "is accepted, rejected, wrapping or completed");
        }
        ask.params()
                .text("WorkerActivitySid")
                .ifPresent(activity -> workers.updateWorker(ask.account(), reservation.workspaceId(),
                        reservation.workerId(), WorkerChange.activity(activity)));
    }

    private void carryOut(Instruction.Kind kind, WorkItem item, Reservation reservation) {
        instructions.carryOut(Instruction.of(kind), item, reservation);
    }

    /** The id of the item, which is no call and belongs to who has this reservation. */
    private static String held(WorkItem item, Reservation reservation) {
        boolean isHeld = item.standing().reservationId().filter(reservation.id()::equals).isPresent();
        done(isHeld ? Answer.DONE : Answer.TOO_LATE, reservation, "wrapping or completed");
        return TaskResource.ownToChange(item).id();
    }

    private static void done(Answer answer, Reservation reservation, String status) {
        if (answer == Answer.TOO_LATE) {
            throw new DomainException(ErrorCode.ILLEGAL_STATE,
                    "reservation " + reservation.id() + " cannot become " + status + " now");
        }
    }

    private Reservation current(Reservation reservation) {
        return desk.read(() -> desk.stores().reservations().find(reservation.account(), reservation.id()))
                .orElseThrow(() -> WorkDesk.missing("reservation", reservation.id()));
    }

    private View page(Ask ask, String workspace, List<Reservation> read) {
        Optional<String> status = ask.params().text("ReservationStatus");
        Map<String, String> names = desk.workerNames(ask, workspace, read);
        return ask.page()
                .meta(new PageOf.Shape<>("reservations", Reservation::id,
                        (Reservation reservation) -> view(ask, reservation, names))
                        .only(reservation -> status.map(reservation.state().word()::equals).orElse(true)), read, wire);
    }

    private ResponseEntity<View> answer(Ask ask, Reservation reservation) {
        return Tags.ok(reservation.state().word(), view(ask, reservation,
                desk.workerNames(ask, reservation.workspaceId(), List.of(reservation))));
    }

    private View view(Ask ask, Reservation reservation, Map<String, String> workerNames) {
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + reservation.workspaceId());
        String task = workspace + "/Tasks/" + reservation.workItemId();
        String worker = workspace + "/Workers/" + reservation.workerId();
        return new View().put("sid", reservation.id())
                .put("account_sid", ask.sid())
                .put("workspace_sid", reservation.workspaceId())
                .put("task_sid", reservation.workItemId())
                .put("worker_sid", reservation.workerId())
                .put("worker_name", workerNames.getOrDefault(reservation.workerId(), ""))
                .put("reservation_status", reservation.state().word())
                .put("date_created", Times.iso8601(reservation.created()))
                .put("date_updated", Times.iso8601(reservation.changed()))
                .put("links", new View().put("workspace", workspace).put("task", task).put("worker", worker))
                .put("url", task + "/Reservations/" + reservation.id());
    }
}
