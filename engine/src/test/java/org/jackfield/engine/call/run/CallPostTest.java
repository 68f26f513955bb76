package org.jackfield.engine.call.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Call.Parties;
import org.jackfield.engine.call.Call.Placement;
import org.jackfield.engine.call.CallDirection;
import org.jackfield.engine.call.InstructionDesk.Failure;
import org.jackfield.engine.call.instruction.Signal;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.NodeMessages;
import org.jackfield.engine.node.Nodes.Registration;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.work.OfferDesk.Offer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed on arrives as it was. */
class CallPostTest implements NodeMessages {

    private static final AccountId ACCOUNT = new AccountId("AC1");
    private static final Offer OFFER = new Offer(ACCOUNT, "WS1", "WR1", "WT1", "WK1", "CA1", "sip:ann@example.org",
            Map.of());

    private final List<String> sent = new ArrayList<>();
    private final List<String> arrived = new ArrayList<>();
    private final List<Stimulus> stimuli = new ArrayList<>();
    private Consumer<String> handler = _ -> {};
    private final CallPost post = new CallPost(this);
    private final Call root = Call.queued(ACCOUNT, "CA1",
            new Parties(CallDirection.INBOUND, "+1", "+2", Optional.empty()), new Placement("there", 7),
            new SettableClock().instant());

    @BeforeEach
    void receive() {
        post.receive((account, call, stimulus) -> {
            arrived.add(account.value() + " " + call);
            stimuli.add(stimulus);
        });
    }

    static Stream<Stimulus> passedOn() {
        return Stream.of(new Stimulus.AboutWork("WT1", new Signal.Offered(OFFER)),
                new Stimulus.AboutWork("WT1", new Signal.Offered(new Offer(ACCOUNT, "WS1", "WR1", "WT1", "WK1", "CA1",
                        "+15550101", Map.of(), Optional.of("+15550100"), true))),
                new Stimulus.AboutWork("WT1", new Signal.Rescinded(OFFER)),
                new Stimulus.AboutWork("WT1", new Signal.Expired("WT1")), new Stimulus.Withdrawn("IN1"),
                new Stimulus.Redirected(new FlowAddress("welcome", OptionalInt.of(3))),
                new Stimulus.HangUpAsked("CA2"), new Stimulus.FlowEnded("instance"),
                new Stimulus.FlowFailed(new Failure("instance", "element", "line one\nline two")));
    }

    @ParameterizedTest
    @MethodSource("passedOn")
    void arrivesAsItWas(Stimulus stimulus) {
        post.pass(root, stimulus);

        assertThat(sent).containsExactly("there:7 call");
        assertThat(arrived).containsExactly("AC1 CA1");
        assertThat(stimuli).containsExactly(stimulus);
    }

    @Test
    void leavesTheAttributesOut() {
        Offer full = new Offer(ACCOUNT, "WS1", "WR1", "WT1", "WK1", "CA1", "", Map.of("vip", true));

        post.pass(root, new Stimulus.AboutWork("WT1", new Signal.Offered(full)));

        assertThat(stimuli).containsExactly(new Stimulus.AboutWork("WT1", new Signal.Offered(
                new Offer(ACCOUNT, "WS1", "WR1", "WT1", "WK1", "CA1", "", Map.of()))));
    }

    @Test
    void keepsWhatOnlyTheOwnNodeCanHear() {
        post.pass(root, new Stimulus.Arrived());

        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AC1", "AC1\nCA1\noffered", "AC1\nCA1\noffered\nWT1", "AC1\nCA1\nsomething new\nx",
        "AC1\nCA1\nflow-failed\nx"})
    void dropsWhatItDoesNotKnow(String text) {
        handler.accept(text);

        assertThat(stimuli).isEmpty();
    }

    @Override
    public void send(NodeId to, String subject, String text) {
        sent.add(to + " " + subject);
        handler.accept(text);
    }

    @Override
    public Registration receive(String subject, Consumer<String> receiver) {
        handler = receiver;
        return () -> {};
    }
}
