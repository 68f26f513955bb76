package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.docs.GeneratedDocs;
import org.jackfield.engine.state.TransitionTable;
import org.jackfield.engine.state.TransitionTable.Transition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the two tables of a leg, over UDP on loopback: the leg is brought into the state, the trigger is pulled from
 * outside, the leg is seen where the row says, and nothing is left. A new row, or a state or trigger that nobody here knows
 * how to bring about, fails.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class LegStatesTest {

    private static final String OUT = "CAout";

    /** A leg that was brought somewhere: how the test reaches it from both sides. */
    private record Scene(SipBench bench, Leg leg, PhoneCall call) {
        void until(LegState wanted) {
            await().atMost(Duration.ofSeconds(10)).until(() -> leg.state() == wanted);
        }
    }

    private final Map<LegState, Function<Scene, Scene>> inboundWays = new EnumMap<>(LegState.class);
    private final Map<LegState, Function<Scene, Scene>> outboundWays = new EnumMap<>(LegState.class);
    private final SipBench bench = new SipBench(SipBench::hasty);
    private final TestPhone phone = bench.phone("dave");

    @BeforeEach
    void drawTheWays() {
        inboundWays.put(LegState.INCOMING, scene -> scene);
        inboundWays.put(LegState.ALERTING, scene -> told(scene, () -> bench.control.ring(scene.leg().id())));
        inboundWays.put(LegState.ANSWERING, scene -> told(scene, () -> {
            bench.control.answer(scene.leg().id());
            scene.call().expect(200);
        }));
        inboundWays.put(LegState.CLOSING, scene -> {
            Scene answering = to(inboundWays, LegState.ANSWERING, scene);
            return told(answering, () -> bench.control.hangUp(scene.leg().id()));
        });
        inboundWays.put(LegState.TALKING, scene -> {
            Scene answering = to(inboundWays, LegState.ANSWERING, scene);
            return told(answering, () -> scene.call().ack());
        });
        outboundWays.put(LegState.CALLING, scene -> scene);
        outboundWays.put(LegState.RINGING, scene -> told(scene, () -> scene.call().respond(180)));
        outboundWays.put(LegState.CANCELLING, scene -> {
            Scene ringing = to(outboundWays, LegState.RINGING, scene);
            return told(ringing, () -> bench.control.hangUp(OUT));
        });
        outboundWays.put(LegState.TALKING, scene -> told(scene, () -> {
            scene.call().accept();
            scene.call().awaitRequest("ACK");
        }));
    }

    @AfterEach
    void leavesNothing() {
        phone.close();
        bench.close();
    }

    private static Scene told(Scene scene, Runnable act) {
        act.run();
        return scene;
    }

    private static Scene to(Map<LegState, Function<Scene, Scene>> ways, LegState state, Scene scene) {
        Scene there = Optional.ofNullable(ways.get(state))
                .orElseThrow(() -> new AssertionError("no test knows how a leg comes to " + state))
                .apply(scene);
        there.until(state);
        return there;
    }

    private Scene inbound() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();
        return new Scene(bench, bench.control.leg(leg).orElseThrow(), call);
    }

    private Scene outbound() {
        bench.control.dial(bench.dialTo(OUT, phone.contact()));
        PhoneCall call = phone.awaitCall();
        return new Scene(bench, bench.control.leg(OUT).orElseThrow(), call);
    }

    static Stream<Transition<LegState, LegTrigger>> inboundRows() {
        return rows(LegStates.INBOUND);
    }

    static Stream<Transition<LegState, LegTrigger>> outboundRows() {
        return rows(LegStates.OUTBOUND);
    }

    private static Stream<Transition<LegState, LegTrigger>> rows(TransitionTable<LegState, LegTrigger> table) {
        return table.transitions().stream().sorted((a, b) -> a.toString().compareTo(b.toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inboundRows")
    void takesTheRowOfACallThatCameIn(Transition<LegState, LegTrigger> row) {
        Scene scene = to(inboundWays, row.from(), inbound());

        pullInbound(scene, row.trigger());

        scene.until(row.to());
        settleInbound(scene);
        bench.awaitNothingLeft();
    }

    private void pullInbound(Scene scene, LegTrigger trigger) {
        String leg = scene.leg().id();
        switch (trigger) {
            case RING -> bench.control.ring(leg);
            case ANSWER -> bench.control.answer(leg);
            case REFUSE -> bench.control.refuse(leg, Refusal.DECLINED);
            case HANG_UP -> bench.control.hangUp(leg);
            case CANCELLED -> scene.call().cancel();
            case ACKNOWLEDGED -> scene.call().ack();
            case ACK_MISSING -> bench.hurry(10);
            case PEER_HUNG_UP -> scene.call().bye();
            case BROKEN -> bench.silent.loseMedia();
            case RANG, ACCEPTED, DECLINED ->
                throw new AssertionError(trigger + " is no trigger of a call that came in");
        }
    }

    /** Lets the leg end: what the product sends is answered, as a phone does. */
    private void settleInbound(Scene scene) {
        bench.control.hangUp(scene.leg().id());
        if (scene.leg().state() == LegState.CLOSING) {
            scene.call().ack();
        }
        scene.until(LegState.ENDED);
        phone.poll(message -> message.isRequest() && message.method().equals("BYE"), Duration.ofMillis(500))
                .ifPresent(bye -> scene.call().respond(bye, 200, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outboundRows")
    void takesTheRowOfACallThatWeMake(Transition<LegState, LegTrigger> row) {
        Scene scene = to(outboundWays, row.from(), outbound());

        switch (row.trigger()) {
            case RANG -> scene.call().respond(180);
            case ACCEPTED -> scene.call().accept();
            case DECLINED -> scene.call().respond(row.from() == LegState.CANCELLING ? 487 : 486);
            case HANG_UP -> bench.control.hangUp(OUT);
            case PEER_HUNG_UP -> scene.call().bye();
            case BROKEN -> bench.silent.loseMedia();
            case RING, ANSWER, REFUSE, CANCELLED, ACKNOWLEDGED, ACK_MISSING ->
                throw new AssertionError(row.trigger() + " is no trigger of a call that we make");
        }

        scene.until(row.to());
        settleOutbound(scene);
        bench.awaitNothingLeft();
    }

    private void settleOutbound(Scene scene) {
        bench.control.hangUp(OUT);
        if (scene.leg().state() == LegState.CANCELLING) {
            scene.call().respond(100);
            phone.poll(message -> message.isRequest() && message.method().equals("CANCEL"), Duration.ofSeconds(2))
                    .ifPresent(cancel -> scene.call().respond(cancel, 200, ""));
            scene.call().respond(487);
        }
        phone.poll(message -> message.isRequest() && message.method().equals("BYE"), Duration.ofMillis(500))
                .ifPresent(bye -> scene.call().respond(bye, 200, ""));
        scene.until(LegState.ENDED);
    }

    /** The caller hangs up: the row of every state of his leg in which he can, by the request that RFC 3261 has for it. */
    @Test
    void knowsAHangUpOfTheCallerInEveryStateBeforeTheEnd() {
        Set<LegState> before = Set.of(LegState.INCOMING, LegState.ALERTING);
        for (LegState state : List.of(LegState.INCOMING, LegState.ALERTING, LegState.ANSWERING, LegState.CLOSING,
                LegState.TALKING)) {
            LegTrigger hangUp = before.contains(state) ? LegTrigger.CANCELLED : LegTrigger.PEER_HUNG_UP;

            assertThat(LegStates.INBOUND.next(state, hangUp)).as("%s in %s", hangUp, state).contains(LegState.ENDED);
        }
        assertThat(inboundWays.keySet()).containsExactlyInAnyOrderElementsOf(
                LegStates.INBOUND.transitions()
                        .stream()
                        .map(Transition::from)
                        .collect(Collectors.toSet()));
    }

    static Stream<Transition<InviteState, InviteState.Trigger>> inviteRows() {
        return InviteState.TABLE.transitions().stream().sorted((a, b) -> a.toString().compareTo(b.toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inviteRows")
    void takesTheRowOfOneInvite(Transition<InviteState, InviteState.Trigger> row) {
        bench.recordNothing();
        Scene scene = outbound();
        OutboundLeg leg = (OutboundLeg) scene.leg();
        bringInvite(scene, row.from());
        untilInvite(leg, row.from());

        switch (row.trigger()) {
            case PROVISIONAL -> scene.call().respond(100);
            case CANCEL -> bench.control.hangUp(OUT);
            case ANSWER -> scene.call().accept();
            case CONFIRM -> bench.control.confirm(OUT);
            case END -> scene.call().respond(row.from() == InviteState.CANCELLED ? 487 : 486);
        }

        untilInvite(leg, row.to());
        settleOutbound(scene);
        bench.awaitNothingLeft();
    }

    private void bringInvite(Scene scene, InviteState state) {
        switch (state) {
            case SENT -> assertThat(((OutboundLeg) scene.leg()).inviteStates()).containsExactly(InviteState.SENT);
            case PROCEEDING -> scene.call().respond(100);
            case DOOMED -> bench.control.hangUp(OUT);
            case CANCELLED -> {
                scene.call().respond(180);
                untilInvite((OutboundLeg) scene.leg(), InviteState.PROCEEDING);
                bench.control.hangUp(OUT);
                scene.call().respond(scene.call().awaitRequest("CANCEL"), 200, "");
            }
            case ANSWERED -> scene.call().accept();
            case WON, OVER -> throw new AssertionError("nothing leads on from " + state);
        }
    }

    private static void untilInvite(OutboundLeg leg, InviteState state) {
        await().atMost(Duration.ofSeconds(10)).until(() -> leg.inviteStates().equals(List.of(state)));
    }

    @Test
    void areDrawnInTheDocs() {
        GeneratedDocs.checkStates("inbound-leg", "The signalling of a call that came in, from its INVITE (RFC 3261,"
                + " section 13.3).", LegStates.INBOUND);
        GeneratedDocs.checkStates("outbound-leg", "The signalling of a call that we make (RFC 3261, section 13.2).",
                LegStates.OUTBOUND);
        GeneratedDocs.checkStates("invite",
                "One INVITE of a call that we make: a leg has one for each contact (RFC 3261,"
                        + " section 9.1).",
                InviteState.TABLE);
    }
}
