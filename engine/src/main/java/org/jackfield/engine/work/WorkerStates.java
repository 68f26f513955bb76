package org.jackfield.engine.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * What every node of the cluster can read of a worker without asking the database. Never decides anything: it may be
 * late, and it is lost with the cluster. Thread-safe; {@link #publish} returns at once and does not throw.
 */
public interface WorkerStates {

    /**
     * A worker as he was at {@code version}: his activity, whether he is offered work, how many reservations he has open
     * by medium.
     */
    record WorkerState(AccountId account, String workspaceId, String workerId, String name, String activity,
            boolean available, Map<String, Integer> open, Instant changed, long version) {
        public WorkerState {
            open = Map.copyOf(open);
        }
    }

    /** Shows the state to all nodes; one with an older version than what is shown is dropped. */
    void publish(WorkerState state);

    /** Takes a deleted worker away. */
    void remove(AccountId account, String workspaceId, String workerId);

    Optional<WorkerState> find(AccountId account, String workspaceId, String workerId);

    /** The workspace's workers in order of their ids; for a page that shows them, not for decisions. */
    List<WorkerState> list(AccountId account, String workspaceId);
}
