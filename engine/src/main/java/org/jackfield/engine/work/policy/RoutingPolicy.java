package org.jackfield.engine.work.policy;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Facts;

/**
 * Decides into which queue an item goes, with what priority, and when to move on: the first filter whose condition holds
 * gives its targets, one after the other; after them, and for what no filter takes, comes the default target, if there is one.
 * Immutable.
 */
public record RoutingPolicy(List<Filter> filters, Optional<Target> otherwise) {

    public RoutingPolicy {
        filters = List.copyOf(filters);
    }

    /** The targets of the items for which the condition (on item and time) holds. */
    public record Filter(String name, Expression condition, List<Target> targets) {
        public Filter {
            targets = List.copyOf(targets);
        }
    }

    /** What an item gets that is put into a queue without a policy. */
    public static RoutingPolicy straightTo(Target target) {
        return new RoutingPolicy(List.of(), Optional.of(target));
    }

    /** The position of the filter that takes an item, or empty. */
    Optional<Integer> filterFor(Facts item) {
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).condition().matches(item)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The target at the position: after those of the filter comes the default one. */
    Optional<Target> target(Optional<Integer> filter, int position) {
        List<Target> own = filter.map(filters::get).map(Filter::targets).orElse(List.of());
        return position < own.size()
                ? Optional.of(own.get(position))
                : otherwise.filter(_ -> position == own.size());
    }
}
