package org.jackfield.engine.call.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.CallControl;
import org.jackfield.engine.call.CallControl.Dial;
import org.jackfield.engine.call.CallControl.Playback;
import org.jackfield.engine.call.CallControl.RecordingOrder;
import org.jackfield.engine.call.instruction.Action;
import org.jackfield.engine.call.instruction.Signal;
import org.jackfield.engine.tenant.Admission;

/** Carries out effects after the commit. None of them blocks: what takes time reports back by a stimulus. */
final class EffectRunner {

    private final CallControl control;
    private final Admission admission;
    private final Sounds sounds;
    private final CallMailboxes mailboxes;
    private final Path recordings;

    EffectRunner(CallControl control, Admission admission, Sounds sounds, CallMailboxes mailboxes, Path recordings) {
        this.control = control;
        this.admission = admission;
        this.sounds = sounds;
        this.mailboxes = mailboxes;
        this.recordings = recordings;
    }

    void run(CallMailbox mailbox, CallState state, Effect effect) {
        Call root = state.root();
        switch (effect) {
            case Effect.Tell tell -> tell(mailbox, root, tell);
            case Effect.DialLeg dial -> dial(mailbox, dial);
            case Effect.Confirm confirm -> control.confirm(confirm.leg());
            case Effect.RingCaller _ -> control.ring(root.id());
            case Effect.Refuse refuse -> control.refuse(root.id(), refuse.why());
            case Effect.HangUp hangUp -> control.hangUp(hangUp.leg());
            case Effect.StopPlaying _ -> control.stopPlaying(root.id());
            case Effect.Unbridge _ -> control.unbridge(root.id());
            case Effect.StopTimers stop -> mailbox.timers().stopAll(stop.instruction());
            case Effect.ForgetLeg forget -> mailboxes.forgetLeg(forget.leg());
            case Effect.ReleasePlace _ -> admission.release(root.account(), root.id());
            case Effect.AwaitRecordings await -> mailbox.timers()
                    .start("", "recordings", await.atMost(),
                            () -> mailbox.put(new Stimulus.RecordingsOverdue()));
        }
    }

    private void dial(CallMailbox mailbox, Effect.DialLeg dial) {
        Call leg = dial.leg();
        mailboxes.adopt(leg.id(), mailbox);
        control.dial(new Dial(leg.account(), leg.id(), leg.parties().from(), leg.parties().to(), dial.ringTime(),
                Optional.empty(), Map.of()));
    }

    private void tell(CallMailbox mailbox, Call root, Effect.Tell tell) {
        String leg = root.id();
        String instruction = tell.instruction();
        Consumer<Signal> back = signal -> mailbox.put(new Stimulus.ForInstruction(instruction, signal));
        switch (tell.action()) {
            case Action.Ring _ -> control.ring(leg);
            case Action.Answer _ -> control.answer(leg);
            case Action.Play play -> control.play(leg, new Playback(play.playback(), play.sound(), play.loops()));
            case Action.StopPlaying _ -> control.stopPlaying(leg);
            case Action.Speak speak -> sounds.speak(speak.utterance(), back);
            case Action.Fetch fetch -> sounds.fetch(root.account(), fetch.address(), back);
            case Action.StartTimer start -> mailbox.timers()
                    .start(instruction, start.timer(), start.delay(),
                            () -> back.accept(new Signal.TimerFired(start.timer())));
            case Action.StopTimer stop -> mailbox.timers().stop(instruction, stop.timer());
            case Action.Connect connect -> control.bridge(leg, connect.leg());
            case Action.Disconnect _ -> control.unbridge(leg);
            case Action.Capture capture -> control.record(new RecordingOrder(capture.recording(), leg,
                    capture.otherLeg().orElse(leg), recordings.resolve(capture.recording() + ".wav"),
                    capture.endingSilence()));
            case Action.StopCapture stop -> control.stopRecording(stop.recording());
            case Action.HangUpLeg hangUp -> control.hangUp(hangUp.leg());
        }
    }
}
