package org.jackfield.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.call.Call.Parties;
import org.jackfield.engine.call.Call.Placement;
import org.jackfield.engine.call.CallStatus.Trigger;
import org.jackfield.engine.docs.GeneratedDocs;
import org.jackfield.engine.state.TransitionTable.Transition;
import org.jackfield.engine.tenant.AccountId;
import org.junit.jupiter.api.Test;

class CallStatusTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Set<Transition<CallStatus, Trigger>> visited = new HashSet<>();

    @Test
    void visitsEveryTransitionOfTheTableFromTheRecordsMethods() {
        Call queued = call();
        Call ringing = visit(queued, Trigger.RINGS, queued.ringing());
        Call talking = visit(ringing, Trigger.ANSWERED, ringing.answered(NOW, Optional.empty()));
        visit(queued, Trigger.ANSWERED, queued.answered(NOW, Optional.empty()));
        for (Call early : new Call[]{queued, ringing}) {
            visit(early, Trigger.FOUND_BUSY, early.ended(EndCause.BUSY, NOW));
            visit(early, Trigger.NOT_ANSWERED, early.ended(EndCause.NO_ANSWER, NOW));
            visit(early, Trigger.FAILS, early.ended(EndCause.UNREACHABLE, NOW));
            visit(early, Trigger.GIVEN_UP, early.ended(EndCause.CANCELLED, NOW));
        }
        visit(talking, Trigger.ENDED, talking.ended(EndCause.HUNG_UP, NOW));
        visit(talking, Trigger.FAILS, talking.failed(EndCause.LOCAL, NOW));

        assertThat(visited).isEqualTo(CallStatus.TABLE.transitions());
    }

    @Test
    void dropsWhatComesAfterTheEnd() {
        Call over = call().ended(EndCause.BUSY, NOW).orElseThrow();

        assertThat(over.ended(EndCause.HUNG_UP, NOW)).isEmpty();
        assertThat(over.answered(NOW, Optional.empty())).isEmpty();
        assertThat(over.ringing()).isEmpty();
        assertThat(over.isOver()).isTrue();
    }

    @Test
    void isDrawnInTheDocs() {
        GeneratedDocs.checkStates("call", "A leg of a call, as the API presents it.", CallStatus.TABLE);
    }

    @Test
    void readsItsOwnWords() {
        for (CallStatus status : CallStatus.values()) {
            assertThat(CallStatus.of(status.text())).isEqualTo(status);
        }
        assertThat(CallStatus.IN_PROGRESS.text()).isEqualTo("in-progress");
    }

    private Call visit(Call from, Trigger trigger, Optional<Call> to) {
        Call after = to.orElseThrow();
        visited.add(new Transition<>(from.status(), trigger, after.status()));
        return after;
    }

    private static Call call() {
        return Call.queued(new AccountId("AC1"), "CA1",
                new Parties(CallDirection.INBOUND, "+15550001", "+15550002", Optional.empty()),
                new Placement("node", 1), NOW);
    }
}
