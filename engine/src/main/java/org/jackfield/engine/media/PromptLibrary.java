package org.jackfield.engine.media;

import org.jackfield.engine.tenant.AccountId;

/** Where the sound of a {@code play} comes from. Thread-safe; blocks while it fetches. */
public interface PromptLibrary {

    /**
     * The sound at the address: {@code prompt:NAME} (a shipped or stored prompt, such as {@code prompt:hold-music}),
     * {@code http(s)://...} or {@code tone:FREQUENCY/MILLISECONDS}.
     *
     * @throws PromptUnavailableException it cannot be fetched or decoded
     */
    Sound fetch(AccountId account, String address);
}
