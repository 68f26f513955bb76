package org.jackfield.engine.call.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.FlowRuns;
import org.jackfield.engine.call.instruction.Action;
import org.jackfield.engine.call.instruction.Signal;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.WorkDistribution;

/** Writes a step in one transaction; what neighbours answered comes back as stimuli for the head of the mailbox. */
final class CallWriter {

    private final CallStores stores;
    private final Neighbours neighbours;

    CallWriter(CallStores stores, Neighbours neighbours) {
        this.stores = stores;
        this.neighbours = neighbours;
    }

    List<Stimulus> write(CallStep step, Instant now) {
        return stores.unit().run(() -> {
            List<Stimulus> answers = new ArrayList<>();
            step.changes().stream().filter(Change.Row.class::isInstance).forEach(row -> row((Change.Row) row));
            if (!step.events().isEmpty()) {
                stores.events().append(step.events());
            }
            for (Change change : step.changes()) {
                if (change instanceof Change.Neighbour neighbour) {
                    neighbour(step.next().root(), neighbour, now).ifPresent(answers::add);
                }
            }
            return answers;
        });
    }

    private void row(Change.Row row) {
        switch (row) {
            case Change.InsertCall insert -> stores.calls().insert(insert.call());
            case Change.UpdateCall update -> stores.calls().update(update.call());
            case Change.SaveRecording save -> stores.recordings().save(save.recording());
        }
    }

    private Optional<Stimulus> neighbour(Call root, Change.Neighbour change, Instant now) {
        return switch (change) {
            case Change.StartFlow start -> Optional.of(start(start));
            case Change.LeaveFlow leave -> leave(leave.root());
            case Change.Complete complete -> complete(complete, now);
            case Change.EndFlow end -> end(end);
            case Change.Ask(String instruction, Action.LookForWorkItem look) ->
                look(root, instruction, look.workItem());
            case Change.Ask ask -> ask(root.account(), ask);
        };
    }

    private Stimulus start(Change.StartFlow start) {
        Call root = start.root();
        FlowRuns.Started started = neighbours.flows()
                .get()
                .start(new FlowRuns.Start(root.account(), root.id(), start.flow(), start.facts()));
        Call running = root.running(new Call.Run(Optional.of(started.flowKey()), started.flowVersion(),
                Optional.of(started.processInstanceId())));
        if (start.insert()) {
            stores.calls().insert(running);
            return new Stimulus.FlowStarted(running);
        }
        return new Stimulus.FlowStarted(stores.calls().update(running));
    }

    private Optional<Stimulus> leave(Call root) {
        root.run().processInstance().ifPresent(instance -> neighbours.flows().get().leave(root.account(), instance));
        return Optional.empty();
    }

    private Optional<Stimulus> complete(Change.Complete complete, Instant now) {
        boolean first = stores.instructions()
                .complete(complete.instruction().account(), complete.instruction().id(), complete.outcome(), now);
        if (first) {
            stores.events().append(CallEvents.completed(complete.instruction(), complete.outcome()));
            neighbours.flows().get().resume(complete.instruction(), complete.outcome());
        }
        return Optional.empty();
    }

    private Optional<Stimulus> end(Change.EndFlow end) {
        end.root()
                .run()
                .processInstance()
                .ifPresent(
                        instance -> neighbours.flows().get().callEnded(end.root().account(), instance, end.outcome()));
        return Optional.empty();
    }

    private Optional<Stimulus> look(Call root, String instruction, String workItem) {
        boolean open = neighbours.work()
                .get()
                .findOpenItem(root.account(), root.id())
                .filter(workItem::equals)
                .isPresent();
        return open
                ? Optional.empty()
                : Optional.of(new Stimulus.ForInstruction(instruction, new Signal.Expired(workItem)));
    }

    private Optional<Stimulus> ask(AccountId account, Change.Ask ask) {
        WorkDistribution work = neighbours.work().get();
        Signal answer = switch (ask.action()) {
            case Action.QueueWorkItem queue -> new Signal.WorkItemQueued(work.enqueue(queue.item()));
            case Action.AcceptOffer accept ->
                new Signal.AcceptAnswered(accept.reservation(), work.accept(account, accept.reservation()));
            case Action.RejectOffer reject ->
                new Signal.AcceptAnswered("", work.reject(account, reject.reservation(), reject.reason()));
            case Action.CancelWorkItem cancel ->
                new Signal.AcceptAnswered("", work.cancel(account, cancel.workItem(), cancel.reason()));
            case Action.WrapUpWorkItem wrapUp ->
                new Signal.AcceptAnswered("", work.wrapUp(account, wrapUp.workItem(), wrapUp.reason()));
            case Action.LookForWorkItem _,Action.Publish _,Action.DialLeg _,Action.EndCall _ ->
                throw new IllegalArgumentException("not for work distribution: " + ask.action());
        };
        boolean wanted = ask.action() instanceof Action.QueueWorkItem || ask.action() instanceof Action.AcceptOffer;
        return wanted ? Optional.of(new Stimulus.ForInstruction(ask.instruction(), answer)) : Optional.empty();
    }
}
