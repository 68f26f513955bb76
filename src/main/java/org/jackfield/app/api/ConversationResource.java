package org.jackfield.app.api;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jackfield.analytics.conversation.Conversation;
import org.jackfield.analytics.conversation.ConversationHead;
import org.jackfield.analytics.conversation.Conversations;
import org.jackfield.analytics.conversation.RefusedTranscriptException;
import org.jackfield.analytics.conversation.Reviews;
import org.jackfield.analytics.conversation.Slice;
import org.jackfield.app.conversation.ConversationDesk;
import org.jackfield.app.conversation.SubmissionReader;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Conversations: take one in, read, erase, and say which labels of it are right. */
@RestController
final class ConversationResource {

    private static final String ALL = Wire.NATIVE + "/conversations";
    private static final String ONE = ALL + "/{Sid}";
    private static final String OF_CALL = Wire.NATIVE + "/calls/{Sid}/conversations";
    private static final int USUAL = 50;

    private final ConversationDesk desk;
    private final Clock clock;

    ConversationResource(ConversationDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @PostMapping(path = ALL, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<View> take(Ask ask, @RequestBody String transcript) {
        try {
            Conversation kept = desk.keep(ask.account(), SubmissionReader.read(transcript, clock.instant()));
            return ResponseEntity.status(HttpStatus.CREATED).body(ConversationViews.whole(kept, List.of()));
        } catch (RefusedTranscriptException refused) {
            throw new DomainException(ErrorCode.TRANSCRIPT_REFUSED,
                    "The transcript cannot be taken: " + refused.getMessage());
        }
    }

    @GetMapping(ALL)
    View list(Ask ask) {
        Params params = ask.params();
        int size = params.number("size", 1, Paging.MOST - 1).orElse(USUAL);
        Conversations.Filter filter = new Conversations.Filter(params.text("call"), params.text("queue"),
                params.text("worker"), params.text("label"), Times.instant(params, "from"),
                Times.instant(params, "before"));
        List<ConversationHead> read = desk.list(ask.account(), filter,
                new Slice(params.text("after").orElse(""), size + 1, false));
        return new View().put("conversations", read.stream().limit(size).map(ConversationViews::head).toList())
                .put("next", ConversationViews.next(read, size));
    }

    @GetMapping(ONE)
    View read(Ask ask) {
        String id = ask.path("Sid");
        Conversation found = desk.find(ask.account(), id).orElseThrow(() -> unknown(id));
        return ConversationViews.whole(found, desk.reviews(ask.account(), id));
    }

    @DeleteMapping(ONE)
    ResponseEntity<Void> erase(Ask ask) {
        if (!desk.erase(ask.account(), ask.path("Sid"))) {
            throw unknown(ask.path("Sid"));
        }
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping(OF_CALL)
    ResponseEntity<Void> eraseOfCall(Ask ask) {
        if (desk.eraseOfCall(ask.account(), ask.path("Sid")) == 0) {
            throw new DomainException(ErrorCode.NOT_FOUND, "no conversation of the call " + ask.path("Sid"));
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping(ONE + "/reviews")
    ResponseEntity<View> review(Ask ask) {
        String id = ask.path("Sid");
        Conversation reviewed = desk.find(ask.account(), id).orElseThrow(() -> unknown(id));
        Params params = ask.params();
        Reviews.Review review = new Reviews.Review(reviewed.id(),
                params.number("turn", 0, Integer.MAX_VALUE).orElseThrow(() -> Params.invalid("turn", "is required")),
                label(params), accepted(params), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!desk.review(ask.account(), review)) {
            throw Params.invalid("turn", "is none of the conversation's");
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(ConversationViews.review(review));
    }

    private static String label(Params params) {
        String label = params.required("label");
        if (!LabelResource.NAME.matcher(label).matches()) {
            throw Params.invalid("label", "is no name of a label");
        }
        return label;
    }

    private static boolean accepted(Params params) {
        return switch (params.required("verdict")) {
            case "accept" -> true;
            case "reject" -> false;
            default -> throw Params.invalid("verdict", "is neither accept nor reject");
        };
    }

    private static DomainException unknown(String id) {
        return new DomainException(ErrorCode.NOT_FOUND, "no conversation " + id);
    }
}
