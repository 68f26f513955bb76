package org.jackfield.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.analytics.conversation.Conversation;
import org.jackfield.analytics.conversation.ConversationHead;
import org.jackfield.analytics.conversation.Findings;
import org.jackfield.analytics.conversation.GivenLabel;
import org.jackfield.analytics.conversation.Reviews;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.label.PlacedLabel;
import org.jackfield.analytics.label.match.Evidence;
import org.jackfield.analytics.transcript.Turn;

/** Conversations as JSON. */
final class ConversationViews {

    private ConversationViews() {}

    static View head(ConversationHead head) {
        return new View().put("sid", head.id())
                .put("call_sid", head.origin().call())
                .put("queue_sid", head.origin().queue())
                .put("worker_sid", head.origin().worker())
                .put("flow", head.origin().flow())
                .put("reference", head.origin().reference())
                .put("channel", head.channel())
                .put("started", head.started().toString())
                .put("duration_ms", head.duration().toMillis())
                .put("turn_count", head.turns())
                .put("created", head.created().toString());
    }

    static View whole(Conversation conversation, List<Reviews.Review> reviews) {
        Findings found = conversation.findings();
        return head(conversation.head()).put("label_version", found.labelVersion())
                .put("turns", conversation.transcript().turns().stream().map(ConversationViews::turn).toList())
                .put("labels", found.labels().stream().map(ConversationViews::label).toList())
                .put("values", found.values().stream().map(ConversationViews::value).toList())
                .put("facts",
                        found.facts()
                                .stream()
                                .map(fact -> new View().put("label", fact.label())
                                        .put("type", fact.type().word())
                                        .put("value", fact.normal()))
                                .toList())
                .put("redaction", redaction(found.redaction()))
                .put("reviews", reviews.stream().map(ConversationViews::review).toList());
    }

    static View review(Reviews.Review review) {
        return new View().put("turn", review.turn())
                .put("label", review.label())
                .put("accepted", review.accepted())
                .put("reviewed", review.time().toString());
    }

    /** A label without the version of its definition. */
    static View placed(PlacedLabel label) {
        return new View().put("label", label.label())
                .put("turn", label.turn())
                .put("by_rule", label.byRule())
                .put("confidence", label.confidence())
                .put("evidence", label.evidence().stream().map(ConversationViews::evidence).toList())
                .put("reasons", label.reasons());
    }

    private static View turn(Turn turn) {
        return new View().put("n", turn.number())
                .put("speaker", turn.speaker().word())
                .put("text", turn.text())
                .put("start_ms", turn.time().map(Turn.Time::start))
                .put("end_ms", turn.time().map(Turn.Time::end));
    }

    private static View label(GivenLabel given) {
        return placed(given.placed()).put("version", given.version());
    }

    private static View evidence(Evidence evidence) {
        return new View().put("turn", evidence.turn())
                .put("phrase", evidence.phrase())
                .put("start", evidence.start())
                .put("end", evidence.end())
                .put("words",
                        evidence.words()
                                .stream()
                                .map(word -> Map.of("start", word.start(), "end", word.end()))
                                .toList());
    }

    private static View value(ExtractedValue value) {
        return new View().put("type", value.type().word())
                .put("value", value.normal())
                .put("label", value.label())
                .put("rule", value.rule())
                .put("parts",
                        value.parts()
                                .stream()
                                .map(part -> Map.of("turn", part.turn(), "start", part.start(), "end", part.end()))
                                .toList());
    }

    private static View redaction(Findings.Redaction redaction) {
        return new View().put("count", redaction.count())
                .put("located", redaction.located())
                .put("silences",
                        redaction.silences()
                                .stream()
                                .map(time -> Map.of("start_ms", time.start(), "end_ms", time.end()))
                                .toList());
    }

    /** The id to go on from, when the list goes on. */
    static Optional<String> next(List<ConversationHead> read, int size) {
        return read.size() > size ? Optional.of(read.get(size - 1).id()) : Optional.empty();
    }
}
