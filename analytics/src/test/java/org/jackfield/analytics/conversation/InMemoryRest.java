package org.jackfield.analytics.conversation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What belongs to conversations, in memory and without transactions. */
final class InMemoryRest {

    private InMemoryRest() {}

    /** How far archives are labelled anew. */
    static final class OfRelabellings implements Relabellings {

        private final Map<String, Relabelling> byAccount = new TreeMap<>();

        @Override
        public synchronized Optional<Relabelling> find(String account) {
            return Optional.ofNullable(byAccount.get(account));
        }

        @Override
        public synchronized void put(Relabelling relabelling) {
            byAccount.put(relabelling.account(), relabelling);
        }

        @Override
        public synchronized Optional<Relabelling> claim() {
            return byAccount.values()
                    .stream()
                    .filter(running -> !running.isFinished())
                    .min(Comparator.comparing(running -> running.progress().updated()));
        }
    }

    /** What people say of labels. */
    static final class OfReviews implements Reviews {

        private final Map<String, Review> reviews = new HashMap<>();

        @Override
        public synchronized void put(String account, Review review) {
            reviews.put(String.join(" ", account, review.conversation(), String.valueOf(review.turn()),
                    review.label()), review);
        }

        @Override
        public synchronized List<Review> of(String account, String conversation) {
            return reviews.entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().startsWith(account + " " + conversation + " "))
                    .map(Map.Entry::getValue)
                    .sorted(Comparator.comparingInt(Review::turn).thenComparing(Review::label))
                    .toList();
        }
    }

    /** What accounts want kept. */
    static final class OfRules implements KeepingRules {

        private final TreeMap<String, Rules> byAccount = new TreeMap<>();

        @Override
        public synchronized Rules of(String account) {
            return byAccount.getOrDefault(account, Rules.NONE);
        }

        @Override
        public synchronized void put(String account, Rules rules) {
            byAccount.put(account, rules);
        }

        @Override
        public synchronized List<OfAccount> limited(String afterAccount, int limit) {
            return byAccount.tailMap(afterAccount, false)
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getValue().keep().isPresent())
                    .map(entry -> new OfAccount(entry.getKey(), entry.getValue()))
                    .limit(limit)
                    .toList();
        }
    }
}
