package org.jackfield.app.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.work.PolicyDocument;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.WorkItemState;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.ExpressionException;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.expression.Scope;

/** Which work items a list shows. */
final class TaskFilter {

    private static final String BEYOND_ALL_ITEMS = "WU";
    private static final Set<String> OPEN = Set.of("pending", "reserved", "assigned", "wrapping");

    private final WorkDesk desk;
    private final Ask ask;
    private final String workspace;

    TaskFilter(WorkDesk desk, Ask ask, String workspace) {
        this.desk = desk;
        this.ask = ask;
        this.workspace = workspace;
    }

    /** Whether it asks for items that are not finished, so that the others need not be read. */
    private boolean isForOpen() {
        List<String> states = ask.params().all("AssignmentStatus");
        return !states.isEmpty() && OPEN.containsAll(states);
    }

    /** Items come in the order of their creation; whether the latest come first. */
    private boolean isLatestFirst() {
        return Sorting.latestFirst(ask.params(), "DateCreated").orElse(false);
    }

    /** The page of items to look at, before the filter. */
    List<WorkItem> read() {
        boolean latestFirst = isLatestFirst();
        Paging paging = latestFirst ? ask.page().pagingLatestFirst(BEYOND_ALL_ITEMS) : ask.page().paging();
        List<WorkItem> read = desk.read(() -> isForOpen()
                ? desk.stores().items().listOpen(ask.account(), workspace, paging)
                : desk.stores().items().list(ask.account(), workspace, paging));
        return latestFirst ? PageOf.latestFirst(read) : read;
    }

    Predicate<WorkItem> shown(Instant now) {
        Optional<String> queue = text("TaskQueueSid").or(this::namedQueue);
        Optional<String> policy = text("WorkflowSid").or(this::namedPolicy);
        Optional<Integer> priority = ask.params().number("Priority", 0, Integer.MAX_VALUE);
        Optional<String> medium = text("TaskChannel").map(name -> desk.medium(ask, workspace, name).uniqueName());
        Set<WorkItemState> states = ask.params()
                .all("AssignmentStatus")
                .stream()
                .map(TaskFilter::state)
                .collect(Collectors.toUnmodifiableSet());
        Optional<String> worker = text("RoutingTarget");
        Predicate<WorkItem> expression = expression(now);
        return item -> (states.isEmpty() || states.contains(item.state()))
                && worker.map(id -> item.origin().wantedWorker().filter(id::equals).isPresent()).orElse(true)
                && queue.map(item.place().queueId()::equals).orElse(true)
                && policy.map(id -> item.place().course().filter(on -> on.policyId().equals(id)).isPresent())
                        .orElse(true)
                && priority.map(wanted -> item.place().priority() == wanted).orElse(true)
                && medium.map(item.origin().medium()::equals).orElse(true)
                && expression.test(item);
    }

    private Predicate<WorkItem> expression(Instant now) {
        Optional<String> text = text("EvaluateTaskAttributes");
        if (text.isEmpty()) {
            return _ -> true;
        }
        try {
            Expression condition = Expression.parse(text.get(), Scope.TASK);
            return item -> condition.matches(Facts.ofItem(item.origin().attributes(), now));
        } catch (ExpressionException e) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "EvaluateTaskAttributes is wrong: " + e.getMessage() + ". " + e.kind().remedy(), e);
        }
    }

    private static WorkItemState state(String word) {
        try {
            return WorkItemState.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Params.invalid("AssignmentStatus", "is not the status of a task");
        }
    }

    /** A name that nothing has fits nothing. */
    private Optional<String> namedQueue() {
        return text("TaskQueueName").map(name -> desk.read(
                () -> desk.stores().queues().findIn(ask.account(), workspace, name)).map(Queue::id).orElse(name));
    }

    private Optional<String> namedPolicy() {
        return text("WorkflowName").map(name -> desk.read(
                () -> desk.stores().policies().findIn(ask.account(), workspace, name))
                .map(PolicyDocument::id)
                .orElse(name));
    }

    private Optional<String> text(String name) {
        return ask.params().text(name).filter(text -> !text.isBlank());
    }
}
