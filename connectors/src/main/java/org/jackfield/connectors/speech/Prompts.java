package org.jackfield.connectors.speech;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jackfield.connectors.webhook.GuardedFetch;
import org.jackfield.engine.media.PromptLibrary;
import org.jackfield.engine.media.PromptUnavailableException;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.tenant.AccountId;

/**
 * The prompts: {@code prompt:NAME} (generated, or a WAV in the class path's {@code prompts} folder), {@code tone:HZ/MS}, and WAV
 * files by http(s), which are fetched with bounds of size and time, from public addresses only, and kept for ten minutes for each
 * account. Thread-safe.
 */
public final class Prompts implements PromptLibrary {

    private static final String PROMPT = "prompt:";
    private static final String TONE = "tone:";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern TONE_FORM = Pattern.compile("tone:(\\d{1,4})/(\\d{1,5})");
    private static final int LONGEST_ADDRESS = 2_048;
    private static final long CACHED_SAMPLES = 30L * 60 * Sound.SAMPLES_PER_SECOND;
    private static final Duration CACHE_AGE = Duration.ofMinutes(10);
    private static final Map<String, Supplier<Sound>> GENERATED = Map.of(
            "hold-music", HoldMusic::compose,
            "beep", () -> ToneSound.of(1_000, 250));

    private record Fetched(AccountId account, String address) {}

    private final GuardedFetch web;
    private final SoundCache<Fetched> fetched;
    private final Map<String, Sound> shipped = new ConcurrentHashMap<>();

    public Prompts(GuardedFetch web, Clock clock) {
        this.web = web;
        fetched = new SoundCache<>(CACHED_SAMPLES, CACHE_AGE, clock);
    }

    @Override
    public Sound fetch(AccountId account, String address) {
        if (address.length() > LONGEST_ADDRESS) {
            throw new PromptUnavailableException("an address has at most " + LONGEST_ADDRESS + " characters");
        }
        if (address.startsWith(PROMPT)) {
            return shipped(address.substring(PROMPT.length()));
        }
        if (address.startsWith(TONE)) {
            return tone(address);
        }
        var key = new Fetched(account, address);
        var known = fetched.get(key);
        if (known.isPresent()) {
            return known.get();
        }
        var sound = fromWeb(address);
        fetched.put(key, sound);
        return sound;
    }

    private Sound shipped(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new PromptUnavailableException("a prompt's name has small letters, digits and hyphens: " + name);
        }
        return shipped.computeIfAbsent(name, Prompts::load);
    }

    private static Sound load(String name) {
        var generated = GENERATED.get(name);
        if (generated != null) {
            return generated.get();
        }
        try (var file = Prompts.class.getResourceAsStream("/prompts/" + name + ".wav")) {
            if (file == null) {
                throw new PromptUnavailableException("there is no prompt " + name);
            }
            return WavDecoder.decode(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new PromptUnavailableException("prompt " + name + " cannot be read", unreadable);
        }
    }

    private static Sound tone(String address) {
        var form = TONE_FORM.matcher(address);
        if (!form.matches()) {
            throw new PromptUnavailableException("a tone is tone:FREQUENCY/MILLISECONDS, not " + address);
        }
        return ToneSound.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    private Sound fromWeb(String address) {
        try {
            return WavDecoder.decode(web.get(new URI(address)));
        } catch (URISyntaxException malformed) {
            throw new PromptUnavailableException("not an address of a prompt: " + address, malformed);
        } catch (IOException failed) {
            throw new PromptUnavailableException("the prompt cannot be fetched: " + failed.getMessage(), failed);
        }
    }
}
