package org.jackfield.analytics.conversation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.analytics.label.define.DefinitionReader;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.label.match.LabelSet;

/**
 * The compiled labels of accounts, the ones asked for last kept in memory. Each time they are asked for the version is compared, so
 * a change holds at once on every node; then only what changed is read and compiled. Thread-safe.
 */
public final class AccountLabels {

    private static final int MOST_ACCOUNTS = 200;

    /** One version of an account's labels. */
    record Version(long version, LabelSet labels, Map<String, Long> versions) {

        private static final Version NONE = new Version(0, LabelSet.empty(), Map.of());

        Version {
            versions = Map.copyOf(versions);
        }
    }

    private final Definitions definitions;
    private final Map<String, Version> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Version> eldest) {
            return size() > MOST_ACCOUNTS;
        }
    };

    public AccountLabels(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The account's labels as they are now. */
    Version of(String account) {
        Version known = known(account);
        long version = definitions.version(account);
        if (known.version() == version) {
            return known;
        }
        Version fresh = read(account, version, known);
        synchronized (kept) {
            kept.put(account, fresh);
        }
        return fresh;
    }

    private Version known(String account) {
        synchronized (kept) {
            return kept.getOrDefault(account, Version.NONE);
        }
    }

    private Version read(String account, long version, Version known) {
        Map<String, Long> versions = new LinkedHashMap<>();
        List<LabelDefinition> changed = new ArrayList<>();
        for (Definitions.Defined defined : definitions.all(account)) {
            versions.put(defined.name(), defined.version());
            if (!known.versions().getOrDefault(defined.name(), -1L).equals(defined.version())) {
                changed.addAll(compiled(defined.json()));
            }
        }
        Set<String> gone = new HashSet<>(known.versions().keySet());
        gone.removeAll(versions.keySet());
        LabelSet labels = gone.isEmpty() ? known.labels() : known.labels().without(gone);
        return new Version(version, changed.isEmpty() ? labels : labels.with(changed), versions);
    }

    /** @throws org.jackfield.analytics.label.define.InvalidDefinitionsException something is wrong with them */
    static List<LabelDefinition> compiled(String json) {
        try {
            return DefinitionReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
