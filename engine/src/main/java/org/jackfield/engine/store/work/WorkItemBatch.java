package org.jackfield.engine.store.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.policy.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what changed of several items by one statement. */
final class WorkItemBatch {

    private static final String UPDATE = """
            UPDATE work_item w SET state = c.state, deadline = c.deadline::timestamptz, reservation_id = c.reservation,
                offers = c.offers, reason = c.reason, changed = c.changed::timestamptz, keeps_place = c.keeps_place,
                version = c.version, queue_id = c.queue, priority = c.priority,
                queue_entered = c.entered::timestamptz, policy_id = c.policy, route_state = c.route_state,
                route_filter = c.filter, route_position = c.position, target_ends = c.target_ends::timestamptz,
                policy_round = c.round, touched = clock_timestamp()
            FROM unnest(:accounts::text[], :ids::text[], :states::text[], :deadlines::text[], :reservations::text[],
                :offers::int[], :reasons::text[], :changes::text[], :keepPlaces::boolean[], :versions::bigint[],
                :queues::text[], :priorities::int[], :entries::text[], :policies::text[], :routeStates::text[],
                :filters::int[], :positions::int[], :targetEnds::text[], :rounds::int[])
                AS c (account_id, id, state, deadline, reservation, offers, reason, changed, keeps_place, version, queue,
                    priority, entered, policy, route_state, filter, position, target_ends, round)
            WHERE w.account_id = c.account_id AND w.id = c.id AND w.version = c.version - 1
            """;

    private final List<WorkItem> items;

    private WorkItemBatch(List<WorkItem> items) {
        this.items = items;
    }

    /** How many were written: those that nobody else changed meanwhile. */
    static int update(JdbcClient jdbc, List<WorkItem> items) {
        WorkItemBatch batch = new WorkItemBatch(items);
        return batch.place(batch.standing(jdbc.sql(UPDATE))).update();
    }

    private JdbcClient.StatementSpec standing(JdbcClient.StatementSpec sql) {
        return sql.param("accounts", texts(item -> item.account().value()))
                .param("ids", texts(WorkItem::id))
                .param("states", texts(item -> item.state().word()))
                .param("deadlines", times(item -> item.standing().deadline()))
                .param("reservations", texts(item -> item.standing().reservationId().orElse(null)))
                .param("offers", items.stream().map(item -> item.standing().offers()).toArray(Integer[]::new))
                .param("reasons", texts(item -> item.standing().reason()))
                .param("changes", times(item -> Optional.of(item.standing().changed())))
                .param("keepPlaces", items.stream().map(item -> item.standing().keepsPlace()).toArray(Boolean[]::new))
                .param("versions", items.stream().map(WorkItem::version).toArray(Long[]::new));
    }

    private JdbcClient.StatementSpec place(JdbcClient.StatementSpec sql) {
        return sql.param("queues", texts(item -> item.place().queueId()))
                .param("priorities", items.stream().map(item -> item.place().priority()).toArray(Integer[]::new))
                .param("entries", times(item -> Optional.of(item.place().entered())))
                .param("policies", texts(item -> item.place().course().map(WorkItem.Course::policyId).orElse(null)))
                .param("routeStates", texts(item -> route(item).map(route -> route.state().word()).orElse(null)))
                .param("filters", numbers(item -> route(item).flatMap(Route::filter)))
                .param("positions", numbers(item -> route(item).map(Route::position)))
                .param("targetEnds", times(item -> item.place().ends()))
                .param("rounds", items.stream()
                        .map(item -> item.place().course().map(WorkItem.Course::round).orElse(0))
                        .toArray(Integer[]::new));
    }

    private static Optional<Route> route(WorkItem item) {
        return item.place().course().map(WorkItem.Course::route);
    }

    private @Nullable String[] texts(Function<WorkItem, @Nullable String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private @Nullable String[] times(Function<WorkItem, Optional<Instant>> time) {
        return texts(item -> time.apply(item).map(Instant::toString).orElse(null));
    }

    private @Nullable Integer[] numbers(Function<WorkItem, Optional<Integer>> number) {
        return items.stream().map(item -> number.apply(item).orElse(null)).toArray(Integer[]::new);
    }
}
