package org.jackfield.engine.work;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.match.QueueRule;

/**
 * How workspaces, activities, workers and queues are set up and changed. Checks names, sizes and expressions, writes, and
 * lets the distributor know after the commit. Reading goes to the stores. Joins an open unit of work. Thread-safe.
 *
 * <p>
 * All methods throw {@link org.jackfield.engine.error.DomainException}: NOT_FOUND for an unknown or foreign id,
 * INVALID_PARAMETER with what is wrong, CONFLICT when a name is taken or the thing is in use.
 */
public interface WorkAdministration {

    /** A workspace with the activities Offline (the default), Available and Unavailable, and the usual media. */
    Workspace createWorkspace(AccountId account, String name);

    /** Activities are named by their ids; an empty timeout activity leaves a worker who did not answer where he is. */
    Workspace updateWorkspace(AccountId account, String workspaceId, WorkspaceChange change);

    void deleteWorkspace(AccountId account, String workspaceId);

    Activity createActivity(AccountId account, String workspaceId, String name, boolean available);

    Activity renameActivity(AccountId account, String workspaceId, String activityId, String name);

    void deleteActivity(AccountId account, String workspaceId, String activityId);

    Worker createWorker(AccountId account, String workspaceId, NewWorker worker);

    Worker updateWorker(AccountId account, String workspaceId, String workerId, WorkerChange change);

    /** Open offers of the worker are taken back; refused while he works on an item. */
    void deleteWorker(AccountId account, String workspaceId, String workerId);

    Queue createQueue(AccountId account, String workspaceId, QueueSpec spec);

    Queue updateQueue(AccountId account, String workspaceId, String queueId, QueueSpec spec);

    void deleteQueue(AccountId account, String workspaceId, String queueId);

    /** What to change of a workspace; empty leaves it. The outer empty of the timeout activity leaves it, the inner unsets it. */
    record WorkspaceChange(Optional<String> name, Optional<String> defaultActivity,
            Optional<Optional<String>> timeoutActivity, Optional<Workspace.Manner> manner) {

        /** Leaves the manner. */
        public WorkspaceChange(Optional<String> name, Optional<String> defaultActivity,
                Optional<Optional<String>> timeoutActivity) {
            this(name, defaultActivity, timeoutActivity, Optional.empty());
        }
    }

    /** A worker to be; without an activity he gets the workspace's default one. */
    record NewWorker(String name, Map<String, ?> attributes, Optional<String> activityId,
            Map<String, Integer> capacities) {}

    /**
     * What to change of a worker; empty leaves it. {@code rejectsOffers} only together with an activity in which he takes no
     * work: he declines what he is being offered.
     */
    record WorkerChange(Optional<String> name, Optional<String> activityId, Optional<Map<String, ?>> attributes,
            boolean rejectsOffers) {

        public static WorkerChange activity(String activityId) {
            return new WorkerChange(Optional.empty(), Optional.of(activityId), Optional.empty(), false);
        }
    }

    /** A queue to be. */
    record QueueSpec(String name, String targetWorkers, QueueRule.Order order, int maxReserved,
            Optional<Duration> reservationTimeout, Optional<Duration> wrapUpTime, Queue.Moves moves) {

        public QueueSpec(String name, String targetWorkers, QueueRule.Order order, int maxReserved,
                Optional<Duration> reservationTimeout, Optional<Duration> wrapUpTime) {
            this(name, targetWorkers, order, maxReserved, reservationTimeout, wrapUpTime, Queue.Moves.NONE);
        }

        public QueueSpec(String name, String targetWorkers) {
            this(name, targetWorkers, QueueRule.Order.FIFO, 1, Optional.empty(), Optional.empty());
        }
    }
}
