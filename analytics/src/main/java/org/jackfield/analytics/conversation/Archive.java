package org.jackfield.analytics.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.label.Labeller;
import org.jackfield.analytics.label.PlacedLabel;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.label.match.LabelSet;

/**
 * Labels what is kept already: says beforehand what a definition would find, and labels the archive anew after a change, in bounded
 * steps, each of which joins the open transaction and is kept with it. So after a restart it goes on where it was, and two nodes
 * never do the same. Thread-safe.
 */
public final class Archive {

    private static final int STEP = 500;
    private static final int PREVIEW_STEP = 500;
    private static final int EXAMPLES = 20;

    private final Conversations conversations;
    private final Definitions definitions;
    private final Relabellings relabellings;
    private final Clock clock;

    public Archive(Conversations conversations, Definitions definitions, Relabellings relabellings, Clock clock) {
        this.conversations = conversations;
        this.definitions = definitions;
        this.relabellings = relabellings;
        this.clock = clock;
    }

    /** A conversation that would be labelled, and where. */
    public record Example(ConversationHead conversation, PlacedLabel label, String text) {}

    /**
     * What definitions would find.
     *
     * @param matching how many of the conversations looked at would be labelled
     * @param lookedAt how many were looked at, the newest first
     * @param complete whether that is all of them
     */
    public record Foreseen(long matching, long lookedAt, boolean complete, List<Example> examples) {
        public Foreseen {
            examples = List.copyOf(examples);
        }
    }

    /** Looks through the archive, the newest first, until all of it is seen or the time is over. Changes nothing. */
    public Foreseen preview(String account, List<LabelDefinition> proposed, Duration time) {
        LabelSet labels = LabelSet.empty().with(proposed);
        Labeller labeller = Labeller.of(labels);
        Worth worth = new Worth(labels.cues());
        Instant end = clock.instant().plus(time);
        List<Example> examples = new ArrayList<>();
        long matching = 0;
        long lookedAt = 0;
        String before = "";
        while (clock.instant().isBefore(end)) {
            Conversations.Stretch step = conversations.before(account, before, PREVIEW_STEP, worth);
            for (Conversation conversation : step.worth()) {
                List<PlacedLabel> placed = labeller.label(conversation.transcript(), conversation.findings().values());
                matching += placed.isEmpty() ? 0 : 1;
                if (!placed.isEmpty() && examples.size() < EXAMPLES) {
                    examples.add(example(conversation, placed.getFirst()));
                }
            }
            lookedAt += step.seen();
            if (!step.more()) {
                return new Foreseen(matching, lookedAt, true, examples);
            }
            before = step.last();
        }
        return new Foreseen(matching, lookedAt, false, examples);
    }

    private static Example example(Conversation conversation, PlacedLabel label) {
        return new Example(conversation.head(), label, conversation.transcript().turns().get(label.turn()).text());
    }

    /** Begins to label the archive anew, in the transaction that changed the labels. */
    public Relabelling begin(String account, long version, Set<String> changed) {
        Relabelling begun = Relabelling.next(relabellings.find(account), new Relabelling(account, version, changed,
                Relabelling.Progress.begin(conversations.count(account), clock.instant())));
        relabellings.put(begun);
        return begun;
    }

    /** Does one step of an archive that nobody else is at, and answers with how far it is; empty if there is nothing to do. */
    public Optional<Relabelling> step() {
        return relabellings.claim().map(this::step);
    }

    private Relabelling step(Relabelling running) {
        Map<String, Long> versions = new HashMap<>();
        List<LabelDefinition> changed = new ArrayList<>();
        for (String name : running.labels()) {
            definitions.find(running.account(), name).ifPresent(defined -> {
                versions.put(name, defined.version());
                changed.addAll(AccountLabels.compiled(defined.json()));
            });
        }
        LabelSet labels = LabelSet.empty().with(changed);
        Conversations.Stretch batch = conversations.after(running.account(), running.progress().after(), STEP,
                new Worth(labels.cues()));
        if (batch.seen() > 0) {
            conversations.relabel(running.account(),
                    new Conversations.Range(running.progress().after(), batch.last()), running.labels(),
                    given(batch.worth(), Labeller.of(labels), versions));
        }
        Instant now = clock.instant();
        Relabelling.Progress moved = batch.seen() == 0
                ? running.progress()
                : running.progress().at(batch.last(), batch.seen(), now);
        Relabelling next = running.with(batch.more() ? moved : moved.end(now));
        relabellings.put(next);
        return next;
    }

    private static Map<String, List<GivenLabel>> given(List<Conversation> conversations, Labeller labeller,
            Map<String, Long> versions) {
        Map<String, List<GivenLabel>> given = new HashMap<>();
        for (Conversation conversation : conversations) {
            given.put(conversation.id(),
                    labeller.label(conversation.transcript(), conversation.findings().values())
                            .stream()
                            .map(placed -> new GivenLabel(placed, versions.getOrDefault(placed.label(), 0L)))
                            .toList());
        }
        return given;
    }
}
