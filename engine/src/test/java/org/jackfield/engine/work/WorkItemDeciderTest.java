package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jackfield.engine.state.TransitionTable.Transition;
import org.jackfield.engine.unit.Decision;
import org.jackfield.engine.work.match.QueueRule;
import org.junit.jupiter.api.Test;

/** Drives every decision from every pair of states: what the tables allow happens, nothing else does. */
class WorkItemDeciderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private interface Decide {
        Decision<WorkChange, WorkEffect> on(WorkView view);
    }

    private final WorkItemDecider decider = new WorkItemDecider(new WorkSettings(Duration.ofSeconds(20),
            Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofDays(1), 3));
    private final Map<WorkItemState.Trigger, List<Decide>> byItemTrigger = new EnumMap<>(Map.of(
            WorkItemState.Trigger.RESERVE, List.of(view -> decider.reserve(view, worker(), "WR2", NOW)),
            WorkItemState.Trigger.REROUTE,
            List.of(view -> decider.reroute(view, WorkItem.Place.in("WQ2", 0, NOW), NOW)),
            WorkItemState.Trigger.RELEASE,
            List.of(view -> decider.reject(view, "busy", NOW), view -> decider.timeOut(view, NOW),
                    view -> decider.rescind(view, NOW)),
            WorkItemState.Trigger.ACCEPT, List.of(view -> decider.accept(view, NOW)), WorkItemState.Trigger.WRAP_UP,
            List.of(view -> decider.wrapUp(view, "over", NOW)), WorkItemState.Trigger.COMPLETE,
            List.of(view -> decider.complete(view, "done", NOW)), WorkItemState.Trigger.CANCEL,
            List.of(view -> decider.cancel(view, "gone", NOW)), WorkItemState.Trigger.EXPIRE,
            List.of(view -> decider.expire(view, NOW), view -> decider.useUp(view, NOW))));
    private final Set<Transition<WorkItemState, WorkItemState.Trigger>> itemVisits = new HashSet<>();
    private final Set<ReservationState> reservationTargets = new HashSet<>();
    private final Set<String> reservationVisits = new HashSet<>();

    @Test
    void visitsEveryTransitionAndRefusesAllOthers() {
        for (WorkItemState from : WorkItemState.values()) {
            byItemTrigger.forEach((trigger, decisions) -> decisions
                    .forEach(decision -> visit(from, trigger, decision.on(view(from)))));
        }
        byItemTrigger.getOrDefault(WorkItemState.Trigger.RELEASE, List.of())
                .forEach(decision -> visit(WorkItemState.RESERVED, WorkItemState.Trigger.WITHDRAW,
                        decision.on(ringsThree())));

        assertThat(itemVisits).isEqualTo(WorkItemState.TABLE.transitions());
        assertThat(reservationVisits).hasSameSizeAs(ReservationState.TABLE.transitions());
        assertThat(reservationTargets).contains(ReservationState.ACCEPTED, ReservationState.REJECTED,
                ReservationState.TIMEOUT, ReservationState.CANCELED, ReservationState.RESCINDED,
                ReservationState.WRAPPING, ReservationState.COMPLETED);
    }

    @Test
    void takesTheOtherOffersBackWhenOneIsAccepted() {
        WorkView rings = ringsThree();

        assertThat(moves(decider.accept(rings, NOW))).containsExactly("WR1 ACCEPTED", "WR2 RESCINDED",
                "WR3 RESCINDED", "item ASSIGNED WR1");
        assertThat(moves(decider.cancel(rings, "gone", NOW))).containsExactly("WR1 CANCELED", "WR2 CANCELED",
                "WR3 CANCELED", "item CANCELED WR1");
        assertThat(((Decision.Accepted<WorkChange, WorkEffect>) decider.accept(rings, NOW)).effects())
                .filteredOn(WorkEffect.Rescinded.class::isInstance)
                .hasSize(2);
    }

    @Test
    void staysReservedWhileAnotherOfferIsOpen() {
        assertThat(moves(decider.reject(ringsThree(), "busy", NOW))).containsExactly("WR1 REJECTED",
                "item RESERVED WR3");
        assertThat(moves(decider.timeOut(ringsThree(), NOW))).containsExactly("WR1 TIMEOUT", "item RESERVED WR3");
        assertThat(ringsThree().othersExpire()).contains(NOW.plusSeconds(5));
    }

    private static List<String> moves(Decision<WorkChange, WorkEffect> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<WorkChange, WorkEffect>) decision).changes()
                .stream()
                .flatMap(change -> switch (change) {
                    case WorkChange.ItemMoved(WorkItem item, WorkItem _) -> Stream.of("item " + item.state() + " "
                            + item.standing().reservationId().orElse("none"));
                    case WorkChange.ReservationMoved(Reservation after, ReservationState _) ->
                        Stream.of(after.id() + " " + after.state());
                    default -> Stream.<String>empty();
                })
                .toList();
    }

    private static WorkView ringsThree() {
        WorkView one = view(WorkItemState.RESERVED);
        return new WorkView(one.item(), one.reservation(), one.worker(), List.of(ringing("WR2", 9), ringing("WR3", 5)),
                one.queue(), one.policyTimeout(), one.timeoutActivity());
    }

    private static Reservation ringing(String id, int seconds) {
        return new Reservation(WorkBench.ACCOUNT, "WS1", id, "WT1", "WK" + id, "voice", ReservationState.PENDING, NOW,
                NOW, NOW.plusSeconds(seconds));
    }

    @Test
    void changesNothingWhenRefused() {
        Decision<WorkChange, WorkEffect> late = decider.accept(view(WorkItemState.CANCELED), NOW);

        assertThat(late).isInstanceOf(Decision.Rejected.class);
    }

    private void visit(WorkItemState from, WorkItemState.Trigger trigger, Decision<WorkChange, WorkEffect> decision) {
        Optional<WorkItemState> expected = WorkItemState.TABLE.next(from, trigger);
        if (!(decision instanceof Decision.Accepted<WorkChange, WorkEffect> accepted)) {
            assertThat(expected).as("%s and %s", from, trigger).isEmpty();
            return;
        }
        for (WorkChange change : accepted.changes()) {
            if (change instanceof WorkChange.ItemMoved(WorkItem item, WorkItem _)) {
                assertThat(expected).as("%s and %s", from, trigger).contains(item.state());
                itemVisits.add(new Transition<>(from, trigger, item.state()));
            }
            if (change instanceof WorkChange.ReservationMoved(Reservation after, ReservationState before)) {
                reservationTargets.add(after.state());
                reservationVisits.add(before + " to " + after.state());
            }
        }
    }

    private static WorkView view(WorkItemState state) {
        Optional<ReservationState> reserved = switch (state) {
            case PENDING -> Optional.empty();
            case RESERVED -> Optional.of(ReservationState.PENDING);
            case ASSIGNED -> Optional.of(ReservationState.ACCEPTED);
            case WRAPPING -> Optional.of(ReservationState.WRAPPING);
            case COMPLETED -> Optional.of(ReservationState.COMPLETED);
            case CANCELED -> Optional.of(ReservationState.CANCELED);
        };
        WorkItem.Origin origin = new WorkItem.Origin("voice", "CA1", Map.of(), NOW, NOW, NOW.plusSeconds(600),
                false, "process");
        WorkItem.Place place = WorkItem.Place.in("WQ1", 0, NOW);
        WorkItem item = new WorkItem(WorkBench.ACCOUNT, "WS1", "WT1", origin, place, new WorkItem.Standing(state,
                Optional.empty(), reserved.map(_ -> "WR1"), 1, "", NOW, false), 4);
        return new WorkView(item,
                reserved.map(one -> new Reservation(WorkBench.ACCOUNT, "WS1", "WR1", "WT1", "WK1", "voice", one, NOW,
                        NOW, NOW.plusSeconds(20))),
                Optional.of(worker()), List.of(),
                new Queue(WorkBench.ACCOUNT, "WS1", "WQ1", "all", "", QueueRule.Order.FIFO, 1, Optional.empty(),
                        Optional.empty()),
                Optional.empty(), Optional.empty());
    }

    private static Worker worker() {
        return new Worker(WorkBench.ACCOUNT, "WS1", "WK1", "ann", "WA1", Map.of(), Map.of(), Set.of(), NOW, NOW,
                Optional.empty(), 1);
    }
}
