package org.jackfield.engine.call.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jackfield.engine.call.CallControl.Dial;
import org.jackfield.engine.call.CallControl.Playback;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InboundCall;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.tenant.AccountId;

/** The steps that the cases of the suite are made of; each waits for its effect with a generous deadline. */
final class ContractBench {

    static final String NUMBER = "+15550100";
    static final AccountId ACCOUNT = new AccountId("AC00000000000000000000000000000001");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A leg that is up: its id here and the phone's line at the other end. */
    record Up(String leg, ContractPhone.Line line) {}

    final ContractFixture fixture;
    final ContractEar ear;
    private final Ids ids = new TimeOrderedIds(Clock.systemUTC(), new Random(5));

    ContractBench(ContractFixture fixture, ContractEar ear) {
        this.fixture = fixture;
        this.ear = ear;
    }

    static void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    /** A phone calls; the leg waits for a decision. */
    Up offered() {
        int before = ear.inbound().size();
        ContractPhone.Line line = fixture.phone().call(NUMBER);
        until("the call is offered", () -> ear.inbound().size() > before);
        InboundCall call = ear.inbound().getLast();
        assertThat(call.to()).isEqualTo(NUMBER);
        return new Up(call.leg(), line);
    }

    /** A phone calls and is answered. */
    Up answered() {
        Up up = offered();
        fixture.control().answer(up.leg());
        untilHeard(up.leg(), LegEvent.Answered.class, 1);
        until("the phone talks", up.line()::isTalking);
        return up;
    }

    String dial(String to, Duration ringTime) {
        String leg = ids.next(IdPrefix.CALL);
        fixture.control().dial(new Dial(ACCOUNT, leg, NUMBER, to, ringTime, Optional.empty(), Map.of()));
        return leg;
    }

    /** A phone is dialled and rings. */
    Up ringing() {
        ContractPhone phone = fixture.phone();
        String leg = dial(phone.address(), Duration.ofMinutes(1));
        return new Up(leg, nextRing(phone));
    }

    /** A phone is dialled and answers. */
    Up dialled() {
        Up up = ringing();
        up.line().answer();
        untilHeard(up.leg(), LegEvent.Answered.class, 1);
        fixture.control().confirm(up.leg());
        fixture.control().confirm(up.leg());
        until("the phone talks", up.line()::isTalking);
        return up;
    }

    ContractPhone.Line nextRing(ContractPhone phone) {
        AtomicReference<Optional<ContractPhone.Line>> found = new AtomicReference<>(Optional.empty());
        until("the phone rings", () -> {
            found.set(phone.nextRing());
            return found.get().isPresent();
        });
        return found.get().orElseThrow();
    }

    void play(Up up, String id, int hertz, int millis, int loops) {
        fixture.control().play(up.leg(), new Playback(id, ToneGauge.tone(hertz, millis), loops));
    }

    void untilHeard(String leg, Class<? extends LegEvent> kind, int times) {
        until(leg + " reports " + kind.getSimpleName(), () -> ear.of(leg, kind).size() >= times);
    }

    EndCause ended(String leg) {
        untilHeard(leg, LegEvent.Ended.class, 1);
        return ear.of(leg, LegEvent.Ended.class).getFirst().cause();
    }
}
