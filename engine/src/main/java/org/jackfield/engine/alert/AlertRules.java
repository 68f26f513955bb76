package org.jackfield.engine.alert;

import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.alert.Alert.Cause;
import org.jackfield.engine.alert.Alert.Level;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.NewEvent;

/** Which events tell of something that went wrong, and what. */
final class AlertRules {

    private AlertRules() {}

    static Optional<Cause> causeOf(NewEvent event) {
        Map<String, ?> data = event.data();
        return switch (event.type()) {
            case "instruction.completed" -> "failed".equals(data.get("outcome"))
                    ? Optional.of(cause(Level.ERROR, code(data), "%s at %s failed: %s".formatted(
                            data.get("name"), data.get("element"), data.get("detail"))))
                    : Optional.empty();
            case "call.failed" -> ofLeg(data);
            case "call.refused" -> Optional.of(cause(Level.WARNING, refused(String.valueOf(data.get("cause"))),
                    "a call from %s to %s was refused: %s".formatted(data.get("from"), data.get("to"),
                            data.get("cause"))));
            case "call.redirect-refused" -> Optional.of(cause(Level.ERROR, ErrorCode.FLOW_FAILED,
                    "the other flow could not be started"));
            case "assignment-callback.failed" ->
                Optional.of(ofCallback(Level.WARNING, data, "the assignment callback for %s failed: %s"
                        .formatted(data.get("reservation"), data.get("detail"))));
            case "event-callback.failed" -> Optional.of(ofCallback(Level.WARNING, data,
                    "the event callback of workspace %s fails and is tried again: %s"
                            .formatted(data.get("workspace"), data.get("detail"))));
            case "event-callback.dropped" -> Optional.of(ofCallback(Level.ERROR, data,
                    "the event callback of workspace %s was not told of %s events since %s: %s".formatted(
                            data.get("workspace"), data.get("count"), data.get("since"), data.get("detail"))));
            case "media.port-exhausted" -> Optional.of(cause(Level.ERROR, ErrorCode.NO_MEDIA_PORT,
                    ErrorCode.NO_MEDIA_PORT.cause()));
            default -> Optional.empty();
        };
    }

    private static Optional<Cause> ofLeg(Map<String, ?> data) {
        if (data.containsKey("element")) {
            return Optional.of(cause(Level.ERROR, ErrorCode.FLOW_FAILED,
                    "the flow could not go on at %s: %s".formatted(data.get("element"), data.get("detail"))));
        }
        String text = "the leg to %s ended: %s".formatted(data.get("to"), data.get("cause"));
        return switch (String.valueOf(data.get("cause"))) {
            case "unreachable", "not-found" -> Optional.of(cause(Level.WARNING, ErrorCode.PEER_UNREACHABLE, text));
            case "no-capacity" -> Optional.of(cause(Level.WARNING, ErrorCode.TOO_MANY_REQUESTS, text));
            case "media-lost", "node-lost" -> Optional.of(cause(Level.ERROR, ErrorCode.UNAVAILABLE, text));
            default -> Optional.empty();
        };
    }

    private static Cause ofCallback(Level level, Map<String, ?> data, String text) {
        return new Cause(level, ErrorCode.CALLBACK_FAILED.number(), text, String.valueOf(data.get("url")));
    }

    private static ErrorCode refused(String cause) {
        return switch (cause) {
            case "account-suspended", "account-unknown" -> ErrorCode.ACCOUNT_NOT_ACTIVE;
            case "too-many-calls" -> ErrorCode.TOO_MANY_REQUESTS;
            case "draining" -> ErrorCode.NODE_DRAINING;
            default -> ErrorCode.NOT_FOUND;
        };
    }

    private static ErrorCode code(Map<String, ?> data) {
        try {
            return ErrorCode.valueOf(String.valueOf(data.get("code")));
        } catch (IllegalArgumentException unknown) {
            return ErrorCode.FLOW_FAILED;
        }
    }

    private static Cause cause(Level level, ErrorCode code, String text) {
        return new Cause(level, code.number(), text, "");
    }
}
