package org.jackfield.analytics.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jackfield.analytics.extract.Extraction;
import org.jackfield.analytics.extract.Extractor;
import org.jackfield.analytics.label.Labeller;
import org.jackfield.analytics.redact.Redacted;
import org.jackfield.analytics.redact.Redactor;
import org.jackfield.analytics.transcript.Transcript;

/**
 * Makes a conversation of a transcript: takes the secrets out, then finds values, labels and facts in what is left, so that none of
 * them can hold a secret. Takes milliseconds, at worst seconds. Thread-safe.
 */
public final class Analyst {

    private static final int MOST_TOOLS = 8;
    private static final Pattern ID = Pattern.compile("[A-Z]{2}[0-9a-f]{32}");

    /** What one thread needs at a time. */
    private record Tools(Redactor redactor, Extractor extractor) {}

    private final AccountLabels labels;
    private final Queue<Tools> idle = new ArrayBlockingQueue<>(MOST_TOOLS);

    public Analyst(AccountLabels labels) {
        this.labels = labels;
    }

    /**
     * Analyses what was sent by the account's labels and rules as they are now.
     *
     * @param owner whose it will be, and its new id
     * @throws RefusedTranscriptException it cannot be taken
     */
    public Conversation analyse(Owner owner, Submission sent, KeepingRules.Rules rules) {
        Submission tidy = Tidying.tidy(sent);
        AccountLabels.Version version = labels.of(owner.account());
        return with(tools -> {
            refuseSecrets(tidy, tools.redactor());
            Redacted redacted = tools.redactor().redact(tidy.transcript(), tidy.words(), rules.redact());
            Transcript transcript = new Transcript(owner.id(), redacted.transcript().day(),
                    redacted.transcript().turns());
            Extraction found = tools.extractor().extract(transcript);
            List<GivenLabel> given = given(version, transcript, found);
            ConversationHead head = new ConversationHead(owner.account(), owner.id(), tidy.origin(), tidy.channel(),
                    micros(tidy.started()), Tidying.duration(transcript.turns()), transcript.turns().size(),
                    micros(owner.now()));
            return new Conversation(head, transcript, new Findings(found.values(), found.facts(), given,
                    version.version(),
                    new Findings.Redaction(redacted.count(), redacted.silences(), redacted.located())));
        });
    }

    /** Whose the conversation will be, and when it came. */
    public record Owner(String account, String id, Instant now) {}

    /** As exact as it is kept. */
    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static List<GivenLabel> given(AccountLabels.Version version, Transcript transcript, Extraction found) {
        return Labeller.of(version.labels())
                .label(transcript, found.values())
                .stream()
                .map(placed -> new GivenLabel(placed, version.versions().getOrDefault(placed.label(), 0L)))
                .toList();
    }

    private static void refuseSecrets(Submission sent, Redactor redactor) {
        Origin origin = sent.origin();
        boolean harmless = Stream.of(origin.call(), origin.queue(), origin.worker(), origin.flow(), origin.reference(),
                Optional.of(sent.channel()))
                .flatMap(Optional::stream)
                .filter(name -> !ID.matcher(name).matches())
                .allMatch(redactor::isHarmless);
        if (!harmless) {
            throw new RefusedTranscriptException(
                    "a name or reference of it looks like a card number; send another one");
        }
    }

    private <T> T with(Function<Tools, T> work) {
        Tools free = idle.poll();
        Tools tools = free == null ? new Tools(new Redactor(), new Extractor()) : free;
        T result = work.apply(tools);
        idle.offer(tools);
        return result;
    }
}
