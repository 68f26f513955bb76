package org.jackfield.engine.call.run;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jackfield.engine.call.instruction.Signal;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.media.PromptLibrary;
import org.jackfield.engine.media.PromptUnavailableException;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.media.SpeechSynthesizer;
import org.jackfield.engine.media.SpeechSynthesizer.Utterance;
import org.jackfield.engine.tenant.AccountId;

/** Gets sounds away from the mailbox's thread: fetching and speaking take their time. */
final class Sounds {

    private final PromptLibrary prompts;
    private final SpeechSynthesizer speech;
    private final Executor executor;

    Sounds(PromptLibrary prompts, SpeechSynthesizer speech, Executor executor) {
        this.prompts = prompts;
        this.speech = speech;
        this.executor = executor;
    }

    void speak(Utterance utterance, Consumer<Signal> then) {
        get(() -> speech.speak(utterance), then);
    }

    void fetch(AccountId account, String address, Consumer<Signal> then) {
        get(() -> prompts.fetch(account, address), then);
    }

    private void get(Supplier<Sound> source, Consumer<Signal> then) {
        executor.execute(() -> {
            Signal signal;
            try {
                signal = new Signal.SoundReady(source.get());
            } catch (PromptUnavailableException unavailable) {
                signal = new Signal.SoundFailed(ErrorCode.PROMPT_UNAVAILABLE, String.valueOf(unavailable.getMessage()));
            } catch (RuntimeException defect) {
                signal = new Signal.SoundFailed(ErrorCode.INTERNAL, String.valueOf(defect.getMessage()));
            }
            then.accept(signal);
        });
    }
}
