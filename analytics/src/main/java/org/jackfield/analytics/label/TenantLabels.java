package org.jackfield.analytics.label;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.label.match.LabelSet;

/**
 * The labels of all tenants, each with its own and none that another has. A change compiles only what it changes and holds for
 * whoever asks after it; conversations that are being labelled go on with the version they began with. Safe for use by several
 * threads.
 */
final class TenantLabels {

    private static final LabelSet NONE = LabelSet.empty();

    private final Map<String, LabelSet> byAccount = new ConcurrentHashMap<>();

    /** The newest version; without labels if the tenant has none. */
    LabelSet of(String account) {
        return byAccount.getOrDefault(account, NONE);
    }

    /** Adds labels or changes those of the same name, and answers with the version that has them. */
    long put(String account, List<LabelDefinition> definitions) {
        return byAccount.merge(account, LabelSet.empty().with(definitions), (old, fresh) -> old.with(definitions))
                .version();
    }

    /** Takes labels away; a name that is not known is no error. */
    long remove(String account, Collection<String> names) {
        return byAccount.merge(account, NONE, (old, none) -> old.without(names)).version();
    }
}
