package org.jackfield.engine.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.presence.PresenceWatches.Watched;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.unit.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes {@code presence.changed} when an identity's status or reachability differ from what was published of it, and removes
 * the registrations that ended. What a look finds and the event are one commit, and each look is due in the database, so
 * nothing depends on which node lives. A loss is looked at a debounce later: what comes back meanwhile is no news. Thread-safe.
 */
public final class PresenceNews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PresenceNews.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BATCH = 100;

    /** What it works on. */
    public record Parts(PresenceStores stores, Nodes nodes, UnitOfWork unit, EventLog events) {}

    private final Parts parts;
    private final Presences presences;
    private final Timers timers;
    private volatile Nodes.Registration registration = () -> {};
    private volatile boolean running;

    public PresenceNews(Parts parts, Timers timers) {
        this.parts = parts;
        this.presences = new Presences(parts.stores(), parts.nodes(), parts.unit());
        this.timers = timers;
    }

    /** Looks from now on, until it is closed. */
    public void start() {
        running = true;
        registration = parts.nodes().onOver(this::lookAtContactsOf);
        schedule();
    }

    @Override
    public void close() {
        running = false;
        registration.close();
    }

    /** Takes the looks that are due; whether there may be more. */
    boolean lookAtDue() {
        return parts.unit().run(() -> {
            Instant now = parts.stores().looks().clock().instant();
            List<Watched> due = parts.stores().looks().watches().takeDue(now, BATCH);
            due.stream()
                    .collect(Collectors.groupingBy(Watched::account))
                    .forEach((account, watched) -> look(account, watched, now));
            return due.size() == BATCH;
        });
    }

    private void look(AccountId account, List<Watched> due, Instant now) {
        Set<String> identities = due.stream().map(Watched::identity).collect(Collectors.toSet());
        Map<String, Presence> found = presences.of(account, identities);
        removeEnded(account, identities);
        List<NewEvent> news = new ArrayList<>();
        for (Watched before : due) {
            Presence presence = found.getOrDefault(before.identity(),
                    Presence.of(account, before.identity(), List.of()));
            if (presence.status() != before.status() || presence.reachable() != before.reachable()) {
                news.add(changed(before, presence));
            }
            keep(presence, now);
        }
        if (!news.isEmpty()) {
            parts.events().append(news);
        }
    }

    private void keep(Presence presence, Instant now) {
        PresenceWatches watches = parts.stores().looks().watches();
        presence.nextEnd()
                .ifPresentOrElse(
                        end -> watches.keep(new Watched(presence.account(), presence.identity(), presence.status(),
                                presence.reachable()), end.isAfter(now) ? end : now.plus(PAUSE)),
                        () -> watches.forget(presence.account(), presence.identity()));
    }

    private void removeEnded(AccountId account, Set<String> identities) {
        ClientStore clients = parts.stores().clients();
        clients.remove(account, presences.ended(clients.list(account, identities))
                .stream()
                .map(ClientRegistration::id)
                .toList());
    }

    private static NewEvent changed(Watched before, Presence now) {
        return new NewEvent(now.account(), "presence:" + now.identity(), "presence.changed",
                Map.of("identity", now.identity(), "status", now.status().word(), "before", before.status().word(),
                        "reachable", now.reachable(), "contacts", now.contacts().size()));
    }

    private void lookAtContactsOf(NodeId node) {
        parts.unit().run(() -> parts.stores().looks().lost(node));
    }

    private void schedule() {
        var _ = timers.after(PAUSE, () -> Thread.ofVirtual().name("presence-news").start(this::lookNowAndThen));
    }

    private void lookNowAndThen() {
        if (!running) {
            return;
        }
        try {
            while (running && lookAtDue()) {
                LOG.debug("{} identities looked at", BATCH);
            }
        } catch (StoreUnavailableException | ConflictException later) {
            LOG.debug("news of presence wait: {}", later.getMessage());
        } catch (RuntimeException e) {
            LOG.error("news of presence could not be published", e);
        }
        schedule();
    }
}
