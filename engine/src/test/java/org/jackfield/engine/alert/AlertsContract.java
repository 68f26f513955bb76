package org.jackfield.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jackfield.engine.alert.Alert.Level;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.time.Span;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which alerts events leave, over any store. */
public abstract class AlertsContract {

    private static final AccountId ONE = new AccountId("AC" + "1".repeat(32));
    private static final AccountId TWO = new AccountId("AC" + "2".repeat(32));
    private static final String CALL = "CA" + "0".repeat(32);
    private static final Paging ALL = Paging.first(9);

    private final SettableClock clock = new SettableClock();
    private final List<NewEvent> logged = new ArrayList<>();
    private Alerts alerts;
    private UnitOfWork unit;
    private AlertingEventLog log;

    /** An empty store. */
    protected abstract Alerts alerts();

    protected abstract UnitOfWork unit();

    @BeforeEach
    void start() {
        alerts = alerts();
        unit = unit();
        log = new AlertingEventLog(logged::addAll, alerts, new TimeOrderedIds(clock, new Random(8)), clock);
    }

    @Test
    void writesAlertWithCodeAndCallForFailedInstruction() {
        append("instruction.completed", Map.of("name", "play", "element", "greet", "outcome", "failed", "code",
                "PROMPT_UNAVAILABLE", "detail", "404"));

        assertThat(list(Alerts.Filter.ALL)).singleElement().satisfies(alert -> {
            assertThat(alert.cause().code()).isEqualTo(64002);
            assertThat(alert.cause().level()).isEqualTo(Level.ERROR);
            assertThat(alert.cause().text()).isEqualTo("play at greet failed: 404");
            assertThat(alert.callId()).contains(CALL);
        });
        assertThat(logged).hasSize(1);
    }

    @Test
    void writesNoneForWhatWentWell() {
        append("instruction.completed", Map.of("name", "say", "element", "greet", "outcome", "done"));
        append("call.failed", Map.of("to", "+1", "cause", "busy"));
        append("call.completed", Map.of("to", "+1", "cause", "hung-up"));

        assertThat(list(Alerts.Filter.ALL)).isEmpty();
        assertThat(logged).hasSize(3);
    }

    @Test
    void listsNewestFirstByLevelCallAndTime() {
        append("call.refused", Map.of("from", "+1", "to", "+2", "cause", "account-suspended"));
        clock.advance(Duration.ofSeconds(5));
        append("call.failed", Map.of("element", "decide", "detail", "no such variable"));
        append("call.failed", Map.of("to", "sip:a@b", "cause", "unreachable"));

        assertThat(list(Alerts.Filter.ALL)).extracting(alert -> alert.cause().code())
                .containsExactly(64007, 64008, 20005);
        assertThat(list(filter(Optional.of(Level.ERROR), Optional.empty(), Span.ALWAYS))).hasSize(1);
        assertThat(list(filter(Optional.empty(), Optional.of(CALL), Span.ALWAYS))).hasSize(3);
        assertThat(list(filter(Optional.empty(), Optional.of("CA" + "1".repeat(32)), Span.ALWAYS))).isEmpty();
        assertThat(list(filter(Optional.empty(), Optional.empty(),
                new Span(Optional.of(clock.instant()), Optional.empty())))).hasSize(2);
        assertThat(unit.run(() -> alerts.list(TWO, Alerts.Filter.ALL, ALL))).isEmpty();
        String id = list(Alerts.Filter.ALL).getFirst().id();
        assertThat(unit.run(() -> alerts.find(TWO, id))).isEmpty();
        assertThat(unit.run(() -> alerts.find(ONE, id))).isPresent();
    }

    private static Alerts.Filter filter(Optional<Level> level, Optional<String> call, Span time) {
        return new Alerts.Filter(level, call, time);
    }

    private void append(String type, Map<String, ?> data) {
        unit.run(() -> log.append(new NewEvent(ONE, CALL, type, data)));
    }

    private List<Alert> list(Alerts.Filter filter) {
        return unit.run(() -> alerts.list(ONE, filter, ALL));
    }
}
