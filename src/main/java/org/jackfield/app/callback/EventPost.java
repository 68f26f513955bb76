package org.jackfield.app.callback;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jackfield.connectors.webhook.GuardedPost.Reply;
import org.jackfield.engine.work.callback.EventCallback;

/** Posts the events of one turn. Thread-safe; blocks for the answer. */
final class EventPost {

    private static final int LONGEST_DETAIL = 300;

    private final CallbackParts.Peer peer;
    private final String url;
    private final String key;

    EventPost(CallbackParts.Peer peer, EventCallback callback) {
        this.peer = peer;
        this.url = callback.url();
        this.key = peer.keys().of(callback.account());
    }

    /** What went wrong, empty when the address took it. */
    Optional<String> send(String eventId, Map<String, String> form) {
        try {
            URI address = URI.create(url);
            Map<String, String> headers = new LinkedHashMap<>(Signatures.headers(key, address, form));
            headers.put("I-Twilio-Idempotency-Token", eventId);
            Reply reply = peer.http().post(address, form, headers);
            return reply.isSuccess() ? Optional.empty() : Optional.of("answered with status " + reply.status());
        } catch (IOException | RuntimeException failure) {
            String detail = String.valueOf(failure.getMessage());
            return Optional.of(detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL));
        }
    }
}
