package org.jackfield.engine.presence;

import java.time.Instant;
import java.util.List;

/**
 * What a worker does whose contact an identity is: presence at work, beside whether he can be reached.
 *
 * @param available whether he is offered work in the activity
 * @param since when he began it
 */
public record Occupation(String workspaceId, String workerId, String name, String activity, boolean available,
        Instant since, List<Share> media) {

    /** How much of a medium he may have, has, and whether he takes more of it now. */
    public record Share(String medium, int capacity, int open, boolean takes) {}

    private static final String VOICE = "voice";

    public Occupation {
        media = List.copyOf(media);
    }

    /** Whether he is offered calls now. */
    boolean takesCalls() {
        return available && media.stream().anyMatch(share -> share.medium().equals(VOICE) && share.takes());
    }
}
