package org.jackfield.engine.work;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jackfield.engine.tenant.AccountId;

/** Worker states that only this node sees: for tests and for an application without a cluster. */
public final class LocalWorkerStates implements WorkerStates {

    private final ConcurrentSkipListMap<String, WorkerState> states = new ConcurrentSkipListMap<>();

    @Override
    public void publish(WorkerState state) {
        states.merge(state.workerId(), state, (old, fresh) -> fresh.version() < old.version() ? old : fresh);
    }

    @Override
    public void remove(AccountId account, String workspaceId, String workerId) {
        states.remove(workerId);
    }

    @Override
    public Optional<WorkerState> find(AccountId account, String workspaceId, String workerId) {
        return Optional.ofNullable(states.get(workerId)).filter(state -> state.account().equals(account));
    }

    @Override
    public List<WorkerState> list(AccountId account, String workspaceId) {
        return states.values()
                .stream()
                .filter(state -> state.account().equals(account) && state.workspaceId().equals(workspaceId))
                .toList();
    }
}
