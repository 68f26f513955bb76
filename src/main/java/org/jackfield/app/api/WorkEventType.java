package org.jackfield.app.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.engine.error.DomainException;

/** The events of work distribution under the names that existing SDKs know; several of ours may be one of theirs. */
enum WorkEventType {
    ITEM_CREATED("work-item.created", "task.created"),
    ITEM_REROUTED("work-item.rerouted", "task-queue.moved"),
    ITEM_UPDATED("work-item.updated", "task.updated"),
    ITEM_DELETED("work-item.deleted", "task.deleted"),
    ITEM_RESERVED("work-item.reserved", "task.updated"),
    ITEM_ASSIGNED("work-item.assigned", "task.updated"),
    ITEM_WRAPPING("work-item.wrapping", "task.wrapup"),
    ITEM_COMPLETED("work-item.completed", "task.completed"),
    ITEM_CANCELED("work-item.canceled", "task.canceled"),
    RESERVATION_CREATED("reservation.created", "reservation.created"),
    RESERVATION_ACCEPTED("reservation.accepted", "reservation.accepted"),
    RESERVATION_REJECTED("reservation.rejected", "reservation.rejected"),
    RESERVATION_TIMED_OUT("reservation.timed-out", "reservation.timeout"),
    RESERVATION_RESCINDED("reservation.rescinded", "reservation.rescinded"),
    RESERVATION_CANCELED("reservation.canceled", "reservation.canceled"),
    RESERVATION_COMPLETED("reservation.completed", "reservation.completed"),
    ACTIVITY_CHANGED("worker.activity-changed", "worker.activity.update"),
    CAPACITY_CHANGED("worker.capacity-changed", "worker.capacity.update"),
    AVAILABILITY_CHANGED("worker.availability-changed", "worker.channel.availability.update"),
    MEDIUM_CREATED("medium.created", "task-channel.created"),
    MEDIUM_UPDATED("medium.updated", "task-channel.updated"),
    MEDIUM_DELETED("medium.deleted", "task-channel.deleted");

    private static final Map<String, WorkEventType> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(type -> type.ours, Function.identity()));

    private final String ours;
    private final String theirs;

    WorkEventType(String ours, String theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    String theirs() {
        return theirs;
    }

    /** What it is about, as the first word of our name says. */
    Kind kind() {
        return switch (ours.substring(0, ours.indexOf('.'))) {
            case "work-item" -> Kind.TASK;
            case "reservation" -> Kind.RESERVATION;
            case "medium" -> Kind.TASK_CHANNEL;
            default -> Kind.WORKER;
        };
    }

    String description() {
        return EventTypes.ALL.stream()
                .filter(type -> type.name().equals(ours))
                .map(EventTypes.Type::description)
                .findFirst()
                .orElse("");
    }

    static Optional<WorkEventType> of(String ours) {
        return Optional.ofNullable(BY_NAME.get(ours));
    }

    /** Our names of one of theirs, of all when none is given; nothing when it is none of theirs that can happen. */
    static Set<String> ours(Optional<String> theirs) {
        return Arrays.stream(values())
                .filter(type -> theirs.map(type.theirs::equals).orElse(true))
                .map(type -> type.ours)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Our names of a list of theirs, separated by commas; of none when it is empty.
     *
     * @throws DomainException INVALID_PARAMETER when one is none of theirs that can happen
     */
    static Set<String> filter(String parameter, String list) {
        Set<String> names = new TreeSet<>();
        for (String name : list.split(",", -1)) {
            Set<String> ours = ours(Optional.of(name.strip()));
            if (ours.isEmpty() && !list.isBlank()) {
                throw Params.invalid(parameter, "names '" + Params.shortened(name.strip())
                        + "', which is no event that happens here; these do: " + String.join(", ", known()));
            }
            names.addAll(ours);
        }
        return names;
    }

    /** A list of theirs from our names. */
    static String list(Set<String> names) {
        return Arrays.stream(values())
                .filter(type -> names.contains(type.ours))
                .map(WorkEventType::theirs)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static List<String> known() {
        return Arrays.stream(values()).map(WorkEventType::theirs).distinct().toList();
    }

    /** What an event is about, where its id lies in the event's data, and where it lies in its workspace. */
    enum Kind {
        TASK("workItem", "Tasks"),
        RESERVATION("reservation", "Reservations"),
        WORKER("worker", "Workers"),
        TASK_CHANNEL("mediumId", "TaskChannels");

        private final String member;
        private final String collection;

        Kind(String member, String collection) {
            this.member = member;
            this.collection = collection;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String member() {
            return member;
        }

        String collection() {
            return collection;
        }
    }
}
