package org.jackfield.engine.work.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.work.policy.Documents.filter;
import static org.jackfield.engine.work.policy.Documents.policy;
import static org.jackfield.engine.work.policy.Documents.target;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.docs.GeneratedDocs;
import org.jackfield.engine.state.TransitionTable.Transition;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.policy.RouteState.Trigger;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final RoutingPolicy POLICY = Documents.read(policy(target("WQ9"),
            filter("vip", "vip == true", target("WQ1", "timeout", 5, "skip_if", "workers.available == 0"),
                    target("WQ2", "timeout", 5)),
            filter("noon", "taskrouter.currentHour == 12 AND language == 'nl'",
                    target("WQ3", "expression", "worker.languages HAS task.language", "known_worker_sid",
                            "task.agent"))));
    private static final RoutingPolicy NO_DEFAULT = new RoutingPolicy(POLICY.filters(), Optional.empty());

    @Test
    void takesTheFirstFilterThatMatches() {
        assertThat(queue(POLICY, entered(POLICY, Map.of("vip", true, "language", "nl")))).contains("WQ1");
        assertThat(queue(POLICY, entered(POLICY, Map.of("language", "nl")))).contains("WQ3");
        assertThat(queue(POLICY, entered(POLICY, Map.of("language", "de")))).contains("WQ9");
        assertThat(entered(NO_DEFAULT, Map.of()).state()).isEqualTo(RouteState.USED_UP);
    }

    @Test
    void goesThroughTheTargetsAndThenToTheDefaultOne() {
        Route first = entered(POLICY, Map.of("vip", true)).offered();
        Route second = first.timedOut(POLICY);
        Route third = second.foundNobody(POLICY, counts(0)).timedOut(POLICY);
        Route end = third.foundNobody(POLICY, counts(0)).timedOut(POLICY);

        assertThat(List.of(first, second, third)).extracting(route -> queue(POLICY, route).orElse(""))
                .containsExactly("WQ1", "WQ2", "WQ9");
        assertThat(end.state()).isEqualTo(RouteState.USED_UP);
        assertThat(queue(POLICY, end)).isEmpty();
    }

    @Test
    void skipsATargetOnlyWhenNobodyCouldBeAskedAndItSaysSo() {
        Route first = entered(POLICY, Map.of("vip", true));

        assertThat(queue(POLICY, first.foundNobody(POLICY, counts(0)))).contains("WQ2");
        assertThat(first.foundNobody(POLICY, counts(1)).state()).isEqualTo(RouteState.WAITING);
        assertThat(first.offered().foundNobody(POLICY, counts(0))).isEqualTo(first.offered());
    }

    @Test
    void knowsWhomToAskOnceTheItemIsKnown() {
        Facts item = Facts.ofItem(Map.of("language", "nl", "agent", "WK7"), MONDAY_NOON);
        Target target = POLICY.filters().get(1).targets().getFirst();

        assertThat(target.workersFor(item).orElseThrow().text()).isEqualTo("worker.languages HAS 'nl'");
        assertThat(target.knownWorker(item)).contains("WK7");
        assertThat(target.knownWorker(Facts.ofItem(Map.of(), MONDAY_NOON))).isEmpty();
    }

    @Test
    void leavesTheRouteWhenThePolicyBecameShorter() {
        Route second = new Route(RouteState.WAITING, Optional.of(5), 3);

        assertThat(second.target(POLICY)).isEmpty();
        assertThat(second.timedOut(POLICY).state()).isEqualTo(RouteState.USED_UP);
    }

    @Test
    void visitsEveryTransitionAndNoOther() {
        RoutingPolicy skipsLast = new RoutingPolicy(List.of(),
                POLICY.filters().getFirst().targets().stream().findFirst());
        Set<Transition<RouteState, Trigger>> visited = new HashSet<>();
        for (RouteState from : RouteState.values()) {
            visit(visited, from, Trigger.MATCH, route(from).enter(POLICY, facts(Map.of())));
            visit(visited, from, Trigger.MATCH_NOTHING, route(from).enter(NO_DEFAULT, facts(Map.of())));
            visit(visited, from, Trigger.OFFER, route(from).offered());
            visit(visited, from, Trigger.STAY, vip(from).foundNobody(POLICY, counts(2)));
            visit(visited, from, Trigger.SKIP, vip(from).foundNobody(POLICY, counts(0)));
            visit(visited, from, Trigger.SKIP_THE_LAST, route(from).foundNobody(skipsLast, counts(0)));
            visit(visited, from, Trigger.TIME_OUT, vip(from).timedOut(POLICY));
            visit(visited, from, Trigger.TIME_OUT_THE_LAST, route(from).timedOut(POLICY));
        }

        assertThat(visited).isEqualTo(RouteState.TABLE.transitions());
    }

    @Test
    void drawsItsStates() {
        GeneratedDocs.checkStates("route", "Where a work item stands in its routing policy.", RouteState.TABLE);
    }

    private static void visit(Set<Transition<RouteState, Trigger>> visited, RouteState from, Trigger trigger,
            Route to) {
        Optional<RouteState> expected = RouteState.TABLE.next(from, trigger);
        assertThat(to.state()).as("%s and %s", from, trigger).isEqualTo(expected.orElse(from));
        expected.ifPresent(state -> visited.add(new Transition<>(from, trigger, state)));
    }

    /** At the default target, which nothing follows. */
    private static Route route(RouteState state) {
        return new Route(state, Optional.empty(), 0);
    }

    private static Route vip(RouteState state) {
        return new Route(state, Optional.of(0), 0);
    }

    private static Route entered(RoutingPolicy policy, Map<String, ?> attributes) {
        return Route.ARRIVED.enter(policy, facts(attributes));
    }

    private static Facts facts(Map<String, ?> attributes) {
        return Facts.ofItem(attributes, MONDAY_NOON);
    }

    private static Facts counts(int available) {
        return facts(Map.of("vip", true)).withWorkers(Map.of("available", available, "unavailable", 0));
    }

    private static Optional<String> queue(RoutingPolicy policy, Route route) {
        return route.target(policy).map(Target::queueId);
    }
}
