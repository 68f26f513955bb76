package org.jackfield.analytics.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Conversations in memory, without transactions. */
final class InMemoryConversations implements Conversations {

    private final Map<String, NavigableMap<String, Conversation>> byAccount = new TreeMap<>();

    private NavigableMap<String, Conversation> of(String account) {
        return byAccount.computeIfAbsent(account, none -> new TreeMap<>());
    }

    @Override
    public synchronized void insert(Conversation conversation) {
        if (of(conversation.account()).putIfAbsent(conversation.id(), conversation) != null) {
            throw new IllegalStateException("there is one already: " + conversation.id());
        }
    }

    @Override
    public synchronized Optional<Conversation> find(String account, String id) {
        return Optional.ofNullable(of(account).get(id));
    }

    @Override
    public synchronized List<ConversationHead> list(String account, Filter filter, Slice slice) {
        Stream<Conversation> newestFirst = of(account).descendingMap().values().stream().filter(wanted(filter));
        List<ConversationHead> all = newestFirst.map(Conversation::head).toList();
        if (!slice.backwards()) {
            return all.stream()
                    .filter(head -> slice.after().isEmpty() || head.id().compareTo(slice.after()) < 0)
                    .limit(slice.limit())
                    .toList();
        }
        List<ConversationHead> before = all.stream().filter(head -> head.id().compareTo(slice.after()) > 0).toList();
        return before.subList(Math.max(0, before.size() - slice.limit()), before.size());
    }

    private static Predicate<Conversation> wanted(Filter filter) {
        return one -> fits(filter.call(), one.head().origin().call())
                && fits(filter.queue(), one.head().origin().queue())
                && fits(filter.worker(), one.head().origin().worker())
                && filter.from().filter(one.head().started()::isBefore).isEmpty()
                && filter.before().filter(before -> !one.head().started().isBefore(before)).isEmpty()
                && filter.label()
                        .map(label -> one.findings()
                                .labels()
                                .stream()
                                .anyMatch(given -> given.placed().label().equals(label)))
                        .orElse(true);
    }

    private static boolean fits(Optional<String> wanted, Optional<String> there) {
        return wanted.isEmpty() || wanted.equals(there);
    }

    @Override
    public synchronized Stretch after(String account, String id, int limit, Worth worth) {
        return stretch(of(account).tailMap(id, false).values().stream().limit(limit).toList(), limit, worth);
    }

    @Override
    public synchronized Stretch before(String account, String id, int limit, Worth worth) {
        NavigableMap<String, Conversation> older = id.isEmpty() ? of(account) : of(account).headMap(id, false);
        return stretch(older.descendingMap().values().stream().limit(limit).toList(), limit, worth);
    }

    private static Stretch stretch(List<Conversation> seen, int limit, Worth worth) {
        return new Stretch(seen.size(), seen.isEmpty() ? "" : seen.getLast().id(), seen.size() == limit,
                seen.stream()
                        .filter(one -> worth.of(one.transcript().turns().toString(), type -> one.findings()
                                .values()
                                .stream()
                                .anyMatch(value -> value.type().word().equals(type))))
                        .toList());
    }

    @Override
    public synchronized long count(String account) {
        return of(account).size();
    }

    @Override
    public synchronized boolean delete(String account, String id) {
        return of(account).remove(id) != null;
    }

    @Override
    public synchronized List<ConversationHead> deleteOfCall(String account, String call, int limit) {
        return delete(account, head -> head.origin().call().filter(call::equals).isPresent(),
                Comparator.comparing(ConversationHead::id), limit);
    }

    @Override
    public synchronized List<ConversationHead> deleteOlder(String account, Instant than, int limit) {
        return delete(account, head -> head.started().isBefore(than),
                Comparator.comparing(ConversationHead::started).thenComparing(ConversationHead::id), limit);
    }

    private List<ConversationHead> delete(String account, Predicate<ConversationHead> which,
            Comparator<ConversationHead> order, int limit) {
        List<ConversationHead> deleted = of(account).values()
                .stream()
                .map(Conversation::head)
                .filter(which)
                .sorted(order)
                .limit(limit)
                .toList();
        deleted.forEach(head -> of(account).remove(head.id()));
        return deleted;
    }

    @Override
    public synchronized void relabel(String account, Range range, Set<String> names,
            Map<String, ? extends Collection<GivenLabel>> labels) {
        of(account).subMap(range.after(), false, range.last(), true).replaceAll((id, old) -> {
            List<GivenLabel> next = new ArrayList<>(old.findings().labels());
            next.removeIf(label -> names.contains(label.placed().label()));
            Collection<GivenLabel> given = labels.get(id);
            next.addAll(given == null ? List.of() : given);
            next.sort(Comparator.comparingInt((GivenLabel label) -> label.placed().turn())
                    .thenComparing(label -> label.placed().label()));
            Findings found = old.findings();
            return new Conversation(old.head(), old.transcript(), new Findings(found.values(), found.facts(), next,
                    found.labelVersion(), found.redaction()));
        });
    }
}
