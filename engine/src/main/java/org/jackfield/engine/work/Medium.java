package org.jackfield.engine.work;

import java.time.Instant;
import java.util.List;
import org.jackfield.engine.tenant.AccountId;

/**
 * A way in which work reaches a worker, of one workspace: voice, chat, ... Items and reservations name it by its
 * {@code uniqueName}, which never changes; two of a workspace differ by more than case.
 *
 * @param longestIdleFirst kept for clients that set it; the longest idle are asked first in any case
 */
public record Medium(AccountId account, String workspaceId, String id, String name, String uniqueName,
        boolean longestIdleFirst, Instant created, Instant updated) {

    /** What items that name none have. */
    public static final String USUAL = "default";
    /** What calls have. */
    public static final String VOICE = "voice";

    /** A medium that every new workspace has. */
    record Preset(String name, String uniqueName) {}

    static final List<Preset> PRESETS = List.of(new Preset("Default", USUAL), new Preset("Voice", VOICE),
            new Preset("Chat", "chat"), new Preset("SMS", "sms"), new Preset("Video", "video"),
            new Preset("Email", "email"));

    /** Whether the platform itself makes items of it, so that no workspace can be without. */
    static boolean isNeeded(String uniqueName) {
        return uniqueName.equals(USUAL) || uniqueName.equals(VOICE);
    }
}
