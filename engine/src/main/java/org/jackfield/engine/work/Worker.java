package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.statistics.ActivitySpans;

/**
 * The record of somebody who can be offered work. {@code statusChanged} is when the activity last changed;
 * {@code idleSince} is that or the end of the last reservation, whichever is later: the longest idle is offered first.
 * Until {@code pausedUntil} nothing is offered. Capacities are per medium, 1 where none is given; of the closed media he
 * takes nothing now. {@code version} grows by one with each change.
 */
public record Worker(AccountId account, String workspaceId, String id, String name, String activityId,
        Map<String, Object> attributes, Map<String, Integer> capacities, Set<String> closedMedia,
        Instant statusChanged, Instant idleSince, Optional<Instant> pausedUntil, long version) {

    /** The attribute that says where the worker's leg rings. */
    public static final String CONTACT_URI = "contact_uri";

    /** Who takes all media. */
    public Worker(AccountId account, String workspaceId, String id, String name, String activityId,
            Map<String, Object> attributes, Map<String, Integer> capacities, Instant statusChanged, Instant idleSince,
            Optional<Instant> pausedUntil, long version) {
        this(account, workspaceId, id, name, activityId, attributes, capacities, Set.of(), statusChanged, idleSince,
                pausedUntil, version);
    }

    public Worker {
        attributes = Map.copyOf(attributes);
        capacities = Map.copyOf(capacities);
        closedMedia = Set.copyOf(closedMedia);
    }

    /** How many items of the medium he may have at once. */
    public int capacity(String medium) {
        return capacities.getOrDefault(medium, 1);
    }

    /** Whether he is offered items of the medium at all. */
    public boolean takes(String medium) {
        return capacity(medium) > 0 && !closedMedia.contains(medium);
    }

    /** Where his leg rings, when the attribute is there and is a text. */
    public Optional<String> contactUri() {
        return attributes.get(CONTACT_URI) instanceof String uri && !uri.isBlank()
                ? Optional.of(uri)
                : Optional.empty();
    }

    /** As statistics know him. */
    ActivitySpans.Employee employee() {
        return new ActivitySpans.Employee(account, workspaceId, id);
    }

    /** A new version of him in the other activity. */
    Worker withActivity(String activity, Instant now) {
        return nextVersion().inActivity(activity, now);
    }

    Worker nextVersion() {
        return new Worker(account, workspaceId, id, name, activityId, attributes, capacities, closedMedia,
                statusChanged, idleSince, pausedUntil, version + 1);
    }

    /** The same change, for a version that was counted already. */
    Worker inActivity(String activity, Instant now) {
        return new Worker(account, workspaceId, id, name, activity, attributes, capacities, closedMedia, now,
                now, Optional.empty(), version);
    }

    Worker idleFrom(Instant now, Optional<Instant> paused) {
        return new Worker(account, workspaceId, id, name, activityId, attributes, capacities, closedMedia,
                statusChanged, now, paused, version + 1);
    }

    /** A new version of him with other shares of the media. */
    Worker withShares(Map<String, Integer> newCapacities, Set<String> newClosedMedia) {
        return new Worker(account, workspaceId, id, name, activityId, attributes, newCapacities, newClosedMedia,
                statusChanged, idleSince, pausedUntil, version + 1);
    }
}
