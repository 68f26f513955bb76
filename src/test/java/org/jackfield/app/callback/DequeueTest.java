package org.jackfield.app.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.app.callback.Instruction.Kind;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.ItemAdministration;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.Reservation.Ringing;
import org.jackfield.engine.work.ReservationState;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.jackfield.engine.work.WorkItem;
import org.junit.jupiter.api.Test;

class DequeueTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Reservation OFFER = new Reservation(new AccountId("AC00000000000000000000000000000001"), "WS1",
            "WR1", "WT1", "WK1", "voice", ReservationState.PENDING, NOW, NOW, NOW.plusSeconds(120));

    private final Rung rung = new Rung();

    @Test
    void saysHowTheWorkerIsRung() {
        Answer answer = carryOut(Map.of("from", "+15550100", "to", "sip:ann@example.org", "timeout", "20", "record",
                "record-from-answer", "post_work_activity_sid", "WA1"));

        assertThat(answer).isEqualTo(Answer.DONE);
        assertThat(rung.told).containsExactly("WR1 " + new Ringing(Optional.of("+15550100"),
                Optional.of("sip:ann@example.org"), true, Optional.of("WA1")) + " PT20S");
    }

    @Test
    void changesNothingWhenItSaysNothingMore() {
        assertThat(carryOut(Map.of("record", "do-not-record"))).isEqualTo(Answer.DONE);

        assertThat(rung.told).isEmpty();
    }

    @Test
    void refusesWhatItCannotObey() {
        for (Map<String, String> wrong : List.of(Map.of("status_callback_url", "https://example.org/"),
                Map.of("status_callback_events", "answered"), Map.of("to", "ann"), Map.of("from", "anonymous"),
                Map.of("timeout", "0"), Map.of("timeout", "601"), Map.of("record", "always"))) {
            assertThatThrownBy(() -> carryOut(wrong)).as("%s", wrong)
                    .isInstanceOfSatisfying(DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMETER));
        }
        assertThat(rung.told).isEmpty();
    }

    private Answer carryOut(Map<String, String> parameters) {
        return new Dequeue(rung).carryOut(
                new Instruction(Kind.DEQUEUE, name -> Optional.ofNullable(parameters.get(name))), OFFER);
    }

    /** Hears how workers are rung. */
    private static final class Rung implements ItemAdministration {

        private final List<String> told = new ArrayList<>();

        @Override
        public Answer ring(AccountId account, String reservationId, Ringing ringing, Optional<Duration> ringTime) {
            told.add(reservationId + " " + ringing + ringTime.map(time -> " " + time).orElse(""));
            return Answer.DONE;
        }

        @Override
        public WorkItem amend(AccountId account, String workItemId, ItemChange change) {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public void delete(AccountId account, String workItemId) {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public Answer decline(AccountId account, String reservationId, String reason) {
            throw new AssertionError("nobody asked for it");
        }
    }
}
