package org.jackfield.analytics.conversation;

import java.util.Optional;

/**
 * What a conversation belongs to, as far as it is known: ids of the product, or of the one who sent it.
 *
 * @param reference the sender's own name for it
 */
public record Origin(Optional<String> call, Optional<String> queue, Optional<String> worker, Optional<String> flow,
        Optional<String> reference) {

    public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());
}
