package org.jackfield.engine.call.instruction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InstructionOutcome.TimedOut;
import org.jackfield.engine.call.instruction.Rings.Ring;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.work.OfferDesk.Offer;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.jackfield.engine.work.WorkDistribution.NewWorkItem;
import org.jackfield.engine.work.WorkDistribution.Terms;
import org.jackfield.engine.work.WorkItem;

/**
 * {@code enqueue}: waits as a work item with music, rings all workers who are offered it, talks with the first who answers;
 * the phones of the others stop ringing. Whether an answer counts is decided by work distribution: a worker whose reservation ran
 * off, or went to another, in the moment he answered is hung up.
 */
record Enqueue(Settings settings, Ear ear, Phase phase) implements InstructionState {

    static final InstructionKind KIND = new InstructionKind(Definitions.ENQUEUE, Enqueue::begin);

    /** The reservation's own time-out ends the ringing; this one only guards against a rescind that never comes. */
    private static final Duration LONGEST_RING = Duration.ofMinutes(10);

    /** The end of the item is told once, and what is told between nodes may be lost: he looks for it now and then. */
    private static final String LOOK = "look";
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** Before the name of a routing policy, where otherwise a queue is named. */
    private static final String BY_POLICY = "policy:";

    /** What was asked, the item and when it began to wait. */
    record Settings(boolean record, String workItem, Instant queued) {}

    /** What the caller hears while he waits, when it is there. */
    record Ear(Optional<Sound> music, int played) {
        static final Ear NOTHING_YET = new Ear(Optional.empty(), 0);
    }

    /** Where it is. */
    sealed interface Phase {

        /** The phones that ring and may still be answered. */
        Rings rings();

        /** Nobody answered yet; nobody need be ringing. */
        record Waiting(Rings rings) implements Phase {}

        /** One answered, and work distribution is asked whether that counts; the others ring on until it does. */
        record Accepting(Ring answered, Rings rings) implements Phase {}

        record Talking(Ring with, Instant since) implements Phase {
            @Override
            public Rings rings() {
                return Rings.NONE;
            }
        }
    }

    private static Step begin(Parameters parameters, Scene scene) {
        List<Action> actions = new ArrayList<>();
        if (!scene.answered()) {
            actions.add(new Action.Answer());
        }
        if (!parameters.text("music").isBlank()) {
            actions.add(new Action.Fetch(parameters.text("music")));
        }
        actions.add(
                new Action.QueueWorkItem(new NewWorkItem(scene.caller().account(), destination(parameters), "voice",
                        scene.caller().id(), attributes(parameters, scene),
                        new Terms(parameters.integer("priority"), parameters.duration("timeout")))));
        return Step.to(new Enqueue(new Settings(parameters.flag("record"), "", scene.now()), Ear.NOTHING_YET,
                new Phase.Waiting(Rings.NONE)), actions);
    }

    private static Destination destination(Parameters parameters) {
        String to = parameters.text("queue");
        return to.startsWith(BY_POLICY)
                ? new Destination.ByPolicy(to.substring(BY_POLICY.length()))
                : new Destination.ToQueue(to);
    }

    /** The caller's facts are ours: a model cannot put another caller in his place. */
    private static Map<String, ?> attributes(Parameters parameters, Scene scene) {
        Map<String, Object> attributes = new HashMap<>(parameters.map("attributes"));
        attributes.put(WorkItem.FROM, scene.caller().parties().from());
        attributes.put("to", scene.caller().parties().to());
        attributes.put("call", scene.caller().id());
        return attributes;
    }

    @Override
    public TypeAhead typeAhead() {
        return TypeAhead.FORGOTTEN;
    }

    @Override
    public Step on(Signal signal, Scene scene) {
        return switch (signal) {
            case Signal.WorkItemQueued queued -> Step.to(
                    new Enqueue(new Settings(settings.record(), queued.workItem(), settings.queued()), ear, phase),
                    new Action.StartTimer(LOOK, LOOK_EVERY));
            case Signal.TimerFired fired when fired.timer().equals(LOOK) && phase instanceof Phase.Waiting ->
                Step.to(this,
                        new Action.LookForWorkItem(settings.workItem()), new Action.StartTimer(LOOK, LOOK_EVERY));
            case Signal.SoundReady ready ->
                new Enqueue(settings, new Ear(Optional.of(ready.sound()), 0), phase).music(scene);
            case Signal.CallAnswered _ -> music(scene);
            case Signal.Offered offered -> offered(offered.offer(), scene);
            case Signal.Rescinded rescinded -> rescinded(rescinded.offer());
            case Signal.LegAnswered answered -> answered(answered.leg());
            case Signal.AcceptAnswered accepted -> accepted(accepted, scene);
            case Signal.LegEnded ended -> ended(ended.leg(), ended.cause(), scene);
            case Signal.Expired expired when expired.workItem().equals(settings.workItem()) -> expired();
            default -> Step.stay(this);
        };
    }

    @Override
    public List<Action.Written> abandon(Scene scene) {
        if (settings.workItem().isEmpty()) {
            return List.of();
        }
        String reason = scene.caller().isOver() ? "caller hung up" : "the flow went on without it";
        return phase instanceof Phase.Talking
                ? List.of(new Action.WrapUpWorkItem(settings.workItem(), reason))
                : List.of(new Action.CancelWorkItem(settings.workItem(), reason));
    }

    @Override
    public boolean carries(String workItem) {
        return workItem.equals(settings.workItem());
    }

    private Enqueue in(Phase next) {
        return new Enqueue(settings, ear, next);
    }

    private Step music(Scene scene) {
        if (phase instanceof Phase.Talking || ear.music().isEmpty() || !scene.answered()) {
            return Step.stay(this);
        }
        int number = ear.played() + 1;
        return Step.to(new Enqueue(settings, new Ear(ear.music(), number), phase),
                new Action.Play(scene.playback(number), ear.music().get(), 0));
    }

    private Step offered(Offer offer, Scene scene) {
        if (!offer.workItemId().equals(settings.workItem())) {
            return Step.stay(this);
        }
        if (isKnown(offer)) {
            return again(offer, scene);
        }
        if (!(phase instanceof Phase.Waiting(Rings rings))) {
            return Step.to(this, new Action.RejectOffer(offer.reservationId(), "the caller talks already"));
        }
        if (!Addresses.isDialable(offer.contactUri())) {
            return Step.to(this, new Action.RejectOffer(offer.reservationId(), "the worker has no contact address"));
        }
        Ring ring = new Ring(offer, scene.ids().next(IdPrefix.CALL));
        return Step.to(in(new Phase.Waiting(rings.with(ring))), dial(ring, scene));
    }

    private static Action dial(Ring ring, Scene scene) {
        Offer offer = ring.offer();
        return new Action.DialLeg(ring.leg(), offer.from().orElse(scene.caller().parties().from()), offer.contactUri(),
                LONGEST_RING);
    }

    /** Told once more, or that he is rung in another manner: who answered already is not disturbed. */
    private Step again(Offer offer, Scene scene) {
        Optional<Ring> rings = phase instanceof Phase.Waiting waiting ? waiting.rings().of(offer) : Optional.empty();
        if (rings.isEmpty()) {
            return Step.stay(this);
        }
        Ring before = rings.get();
        if (offer.ringsAs(before.offer())) {
            return Step.to(in(new Phase.Waiting(phase.rings().with(before, new Ring(offer, before.leg())))));
        }
        Ring after = new Ring(offer, scene.ids().next(IdPrefix.CALL));
        return Step.to(in(new Phase.Waiting(phase.rings().with(before, after))), new Action.HangUpLeg(before.leg()),
                dial(after, scene));
    }

    private boolean isKnown(Offer offer) {
        return switch (phase) {
            case Phase.Waiting(Rings rings) -> rings.of(offer).isPresent();
            case Phase.Accepting(Ring answered, Rings rings) ->
                answered.isOf(offer.reservationId()) || rings.of(offer).isPresent();
            case Phase.Talking talking -> talking.with().isOf(offer.reservationId());
        };
    }

    private Step rescinded(Offer offer) {
        return phase.rings()
                .of(offer)
                .map(ring -> Step.to(in(without(ring)), new Action.HangUpLeg(ring.leg())))
                .orElseGet(() -> Step.stay(this));
    }

    private Phase without(Ring gone) {
        return switch (phase) {
            case Phase.Waiting(Rings rings) -> new Phase.Waiting(rings.without(gone));
            case Phase.Accepting(Ring answered, Rings rings) -> new Phase.Accepting(answered, rings.without(gone));
            case Phase.Talking talking -> talking;
        };
    }

    /** The answer of work distribution comes before anything else is heard: two never wait for it at once. */
    private Step answered(String leg) {
        return phase instanceof Phase.Waiting(Rings rings)
                ? rings.on(leg)
                        .map(ring -> Step.to(in(new Phase.Accepting(ring, rings.without(ring))),
                                new Action.AcceptOffer(ring.offer().reservationId())))
                        .orElseGet(() -> Step.stay(this))
                : Step.stay(this);
    }

    private Step accepted(Signal.AcceptAnswered accepted, Scene scene) {
        if (!(phase instanceof Phase.Accepting(Ring answered, Rings others))
                || !answered.isOf(accepted.reservation())) {
            return Step.stay(this);
        }
        return accepted.answer() == Answer.TOO_LATE
                ? Step.to(in(new Phase.Waiting(others)), new Action.HangUpLeg(answered.leg()))
                : talk(answered, others, scene);
    }

    private Step talk(Ring answered, Rings others, Scene scene) {
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Connect(answered.leg()));
        if (settings.record() || answered.offer().records()) {
            actions.add(new Action.Capture(scene.ids().next(IdPrefix.RECORDING), Optional.of(answered.leg()),
                    Duration.ZERO, Optional.of(settings.workItem())));
        }
        others.all().forEach(ring -> actions.add(new Action.HangUpLeg(ring.leg())));
        return Step.to(in(new Phase.Talking(answered, scene.now())), actions);
    }

    private Step ended(String leg, EndCause cause, Scene scene) {
        if (phase instanceof Phase.Talking talking && talking.with().leg().equals(leg)) {
            return Step.done(this, results(talking, scene.now()), new Action.Disconnect(),
                    new Action.WrapUpWorkItem(settings.workItem(), "agent hung up"));
        }
        return phase.rings()
                .on(leg)
                .map(ring -> Step.to(in(without(ring)),
                        new Action.RejectOffer(ring.offer().reservationId(), cause.name())))
                .orElseGet(() -> Step.stay(this));
    }

    private Map<String, ?> results(Phase.Talking talking, Instant now) {
        return Map.of("result", "completed", "worker", talking.with().offer().workerId(), "workItem",
                settings.workItem(), "waited", Duration.between(settings.queued(), talking.since()).toSeconds(),
                "talked", Duration.between(talking.since(), now).toSeconds());
    }

    private Step expired() {
        return phase instanceof Phase.Waiting ? Step.end(this, new TimedOut()) : Step.stay(this);
    }
}
