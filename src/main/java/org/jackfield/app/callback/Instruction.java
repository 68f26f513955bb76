package org.jackfield.app.callback;

import java.time.Duration;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;

/**
 * What an application says is to become of an offer: as parameters of a request, or as the JSON answer of an assignment
 * callback ({@code "instruction": "redirect"}, {@code "call_sid": ...}). Parameters are named as in the answer.
 */
public record Instruction(Kind kind, Parameters parameters) {

    private static final int LONGEST_RING_SECONDS = 600;

    /** What can be said. */
    public enum Kind {
        ACCEPT,
        REJECT,
        /** Calls somebody, the worker if nobody is named, for an item that is no call. */
        CALL,
        /** Lets a running call go on with another flow. */
        REDIRECT,
        /** Brings the waiting caller and the worker together; for a call that waits this is what happens anyway. */
        DEQUEUE,
        CONFERENCE,
        SUPERVISE;

        /** @throws DomainException INVALID_PARAMETER for another word */
        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.name().equalsIgnoreCase(word.strip())) {
                    return kind;
                }
            }
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "an instruction is accept, reject, call, redirect or dequeue");
        }
    }

    /** Where the values come from. */
    @FunctionalInterface
    public interface Parameters {
        /** The value of the parameter, if it is given. */
        Optional<String> get(String name);
    }

    /** One that says nothing more. */
    public static Instruction of(Kind kind) {
        return new Instruction(kind, _ -> Optional.empty());
    }

    String required(String name, ErrorCode code) {
        return optional(name).orElseThrow(() -> new DomainException(code, "the instruction has no " + name));
    }

    Optional<String> optional(String name) {
        return parameters.get(name).filter(value -> !value.isBlank());
    }

    /**
     * What cannot be obeyed is not accepted.
     *
     * @throws DomainException INVALID_PARAMETER when one of them is given
     */
    void refuse(String... names) {
        for (String name : names) {
            if (optional(name).isPresent()) {
                throw new DomainException(ErrorCode.INVALID_PARAMETER,
                        name + " of the instruction does not work yet, so it is refused instead of being ignored");
            }
        }
    }

    /** Whether the conversation is recorded. */
    boolean records() {
        return optional("record").map(word -> switch (word) {
            case "record-from-answer", "true" -> true;
            case "do-not-record", "false" -> false;
            default -> throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "record is record-from-answer or do-not-record");
        }).orElse(false);
    }

    /**
     * How long to ring, if it says so.
     *
     * @throws DomainException INVALID_PARAMETER when that is no number of seconds that something may ring
     */
    Optional<Duration> ringTime() {
        return optional("timeout").map(text -> {
            if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > LONGEST_RING_SECONDS) {
                throw new DomainException(ErrorCode.INVALID_PARAMETER,
                        "timeout is 1 to " + LONGEST_RING_SECONDS + " seconds");
            }
            return Duration.ofSeconds(Long.parseLong(text));
        });
    }

    boolean flag(String name) {
        return optional(name).filter("true"::equalsIgnoreCase).isPresent();
    }
}
