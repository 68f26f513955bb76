package org.jackfield.app.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.presence.ContactStates;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.Unasked;
import org.jackfield.engine.work.WorkExplanations;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.WorkStores;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why an item waits: where it is, until when, who is being asked for it, and what keeps each worker from being asked. */
@RestController
final class ExplanationResource {

    private static final int USUAL_SIZE = 50;

    private final WorkStores stores;
    private final WorkExplanations explanations;
    private final UnitOfWork unit;

    ExplanationResource(WorkStores stores, WorkExplanations explanations, UnitOfWork unit) {
        this.stores = stores;
        this.explanations = explanations;
        this.unit = unit;
    }

    @GetMapping(Wire.NATIVE + "/work-items/{sid}/explanation")
    View explain(Ask ask) {
        String id = ask.path("sid");
        Paging paging = new Paging(ask.params().text("after").orElse(""),
                ask.params().number("size", 1, Paging.MOST).orElse(USUAL_SIZE));
        return unit.read(() -> {
            WorkItem item = stores.items()
                    .find(ask.account(), id)
                    .orElseThrow(() -> WorkDesk.missing("work item", id));
            return view(item, explanations.asked(item), explanations.workersFor(item, paging));
        });
    }

    private static View view(WorkItem item, List<WorkExplanations.Asked> asked,
            List<WorkExplanations.Answer> answers) {
        Optional<WorkItem.Course> course = item.place().course();
        return new View().put("work_item", item.id())
                .put("state", item.state().word())
                .put("reason", item.standing().reason())
                .put("queue", item.place().queueId())
                .put("priority", item.place().priority())
                .put("policy", course.map(WorkItem.Course::policyId))
                .put("filter", course.flatMap(one -> one.route().filter()))
                .put("target", course.map(one -> one.route().position()))
                .put("target_ends", item.place().ends().map(Instant::toString))
                .put("waits_until", item.origin().waitsUntil().toString())
                .put("asked", asked.stream().map(ExplanationResource::view).toList())
                .put("workers", answers.stream().map(ExplanationResource::view).toList());
    }

    private static View view(WorkExplanations.Asked asked) {
        return new View().put("worker", asked.worker().id())
                .put("name", asked.worker().name())
                .put("reservation", asked.reservation().id())
                .put("since", asked.reservation().created().toString())
                .put("until", asked.reservation().expires().toString());
    }

    private static View view(WorkExplanations.Answer answer) {
        return new View().put("worker", answer.worker().id())
                .put("name", answer.worker().name())
                .put("may_be_asked", answer.reasons().isEmpty())
                .put("contact", answer.contact().map(ContactStates.State::word))
                .put("reasons", answer.reasons().stream().map(ExplanationResource::view).toList());
    }

    private static View view(Unasked reason) {
        return new View().put("code", reason.code().word()).put("detail", reason.detail());
    }
}
