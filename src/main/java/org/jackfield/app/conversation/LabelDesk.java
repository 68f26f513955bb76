package org.jackfield.app.conversation;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.conversation.Archive;
import org.jackfield.analytics.conversation.ConversationStores;
import org.jackfield.analytics.conversation.Definitions;
import org.jackfield.analytics.conversation.Relabelling;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.tenant.AccountId;

/**
 * Changes labels. A change, its event and the beginning of the labelling of the archive are one transaction; it holds for the next
 * conversation on every node. Thread-safe.
 */
public final class LabelDesk {

    private static final int MOST_LABELS = 20_000;
    private static final Duration PREVIEW = Duration.ofSeconds(8);

    private final ConversationStores stores;
    private final Archive archive;
    private final Surroundings around;

    public LabelDesk(ConversationStores stores, Archive archive, Surroundings around) {
        this.stores = stores;
        this.archive = archive;
        this.around = around;
    }

    public List<Definitions.Defined> list(AccountId account) {
        return around.unit().read(() -> stores.definitions().all(account.value()));
    }

    public Optional<Definitions.Defined> find(AccountId account, String name) {
        return around.unit().read(() -> stores.definitions().find(account.value(), name));
    }

    /**
     * Adds labels or defines them in another way; those that are so already stay as they are.
     *
     * @param checked by name, each a file of definitions that holds the label
     * @return the account's version; empty if it would have too many labels
     */
    public Optional<Long> put(AccountId account, Map<String, String> checked) {
        return around.unit().run(() -> {
            Map<String, String> known = new HashMap<>();
            stores.definitions().all(account.value()).forEach(old -> known.put(old.name(), old.json()));
            Map<String, String> changed = new LinkedHashMap<>(checked);
            changed.entrySet().removeIf(entry -> entry.getValue().equals(known.get(entry.getKey())));
            known.putAll(changed);
            if (known.size() > MOST_LABELS) {
                return Optional.empty();
            }
            if (changed.isEmpty()) {
                return Optional.of(stores.definitions().version(account.value()));
            }
            long version = stores.definitions().put(account.value(), changed, around.clock().instant());
            tell(account, changed.keySet(), version, "label.changed");
            return Optional.of(version);
        });
    }

    /** Takes a label away, also from the conversations that have it; answers with whether there was one. */
    public boolean remove(AccountId account, String name) {
        return around.unit().run(() -> {
            Optional<Long> version = stores.definitions().remove(account.value(), name, around.clock().instant());
            version.ifPresent(number -> tell(account, Set.of(name), number, "label.removed"));
            return version.isPresent();
        });
    }

    private void tell(AccountId account, Set<String> names, long version, String type) {
        archive.begin(account.value(), version, names);
        around.events()
                .append(names.stream()
                        .map(name -> new NewEvent(account, "label " + name, type,
                                Map.of("label", name, "version", version)))
                        .toList());
    }

    /** What definitions would find in the archive. */
    public Archive.Foreseen preview(AccountId account, List<LabelDefinition> proposed) {
        return around.unit().read(() -> archive.preview(account.value(), proposed, PREVIEW));
    }

    /** How far the archive is labelled anew; empty if no label was ever changed. */
    public Optional<Relabelling> relabelling(AccountId account) {
        return around.unit().read(() -> stores.relabellings().find(account.value()));
    }

    /** Does one step of labelling an archive anew, and answers with whether there is more to do. */
    public boolean relabel() {
        return around.unit().run(() -> {
            Optional<Relabelling> done = archive.step();
            done.filter(Relabelling::isFinished).ifPresent(this::tellFinished);
            return done.isPresent();
        });
    }

    private void tellFinished(Relabelling finished) {
        around.events()
                .append(new NewEvent(new AccountId(finished.account()), finished.account(),
                        "label.relabelling-completed", Map.of("version", finished.version(), "conversations",
                                finished.progress().done(), "labels", List.copyOf(finished.labels()))));
    }
}
