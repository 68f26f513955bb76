package org.jackfield.engine.loopback;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jackfield.engine.media.PromptLibrary;
import org.jackfield.engine.media.PromptUnavailableException;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.media.SpeechSynthesizer;
import org.jackfield.engine.tenant.AccountId;

/**
 * A voice and prompts without any speech: each text and each prompt is a tone of its own, and {@link #textOf} tells what a
 * sound says, so that tests can compare. Sixty milliseconds a character. Thread-safe.
 */
public final class ToneVoice implements SpeechSynthesizer, PromptLibrary {

    private static final int LONGEST = 5_000;
    private static final int MILLIS_A_CHARACTER = 60;
    private static final int LOWEST = 300;
    private static final int RANGE = 3_000;
    private static final double AMPLITUDE = 8_000;

    private final Map<Sound, String> said = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public Sound speak(Utterance utterance) {
        if (utterance.text().length() > LONGEST) {
            throw new PromptUnavailableException("the text is longer than " + LONGEST + " characters");
        }
        return remember(utterance.text(), tone(LOWEST + Math.floorMod(utterance.text().hashCode(), RANGE),
                utterance.text().length() * MILLIS_A_CHARACTER));
    }

    @Override
    public Sound fetch(AccountId account, String address) {
        if (address.startsWith("tone:")) {
            return remember(address, tone(address.substring("tone:".length()).split("/", -1)));
        }
        if (address.startsWith("prompt:")) {
            return remember(address, tone(LOWEST + Math.floorMod(address.hashCode(), RANGE), 2_000));
        }
        throw new PromptUnavailableException("the loopback network fetches prompt:NAME and tone:FREQUENCY/MILLIS only");
    }

    /** The text or prompt that the sound was made from. */
    public Optional<String> textOf(Sound sound) {
        return Optional.ofNullable(said.get(sound));
    }

    private Sound remember(String text, Sound sound) {
        said.put(sound, text);
        return sound;
    }

    private static Sound tone(String[] parts) {
        try {
            return tone(Integer.parseInt(parts[0]), Math.min(600_000, Integer.parseInt(parts[parts.length - 1])));
        } catch (NumberFormatException wrong) {
            throw new PromptUnavailableException("a tone is tone:FREQUENCY/MILLISECONDS", wrong);
        }
    }

    private static Sound tone(int hertz, int millis) {
        short[] samples = new short[Math.max(0, millis) * Sound.SAMPLES_PER_SECOND / 1_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (AMPLITUDE * Math.sin(2 * Math.PI * hertz * i / Sound.SAMPLES_PER_SECOND));
        }
        return Sound.of(samples);
    }
}
