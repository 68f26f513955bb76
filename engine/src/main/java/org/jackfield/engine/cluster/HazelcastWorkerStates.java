package org.jackfield.engine.cluster;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.WorkerStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Worker states in a distributed map. All workers of a workspace lie in one partition, so a list asks one node and looks
 * at that partition alone.
 */
final class HazelcastWorkerStates implements WorkerStates {

    private static final Logger LOG = LoggerFactory.getLogger(HazelcastWorkerStates.class);

    private final IMap<String, WorkerState> states;

    HazelcastWorkerStates(HazelcastInstance hazelcast) {
        this.states = hazelcast.getMap(ClusterConfig.WORKERS);
    }

    @Override
    public void publish(WorkerState state) {
        quietly(() -> states.submitToKey(key(state.account(), state.workspaceId(), state.workerId()),
                new ShowNewer(state)));
    }

    @Override
    public void remove(AccountId account, String workspaceId, String workerId) {
        // Not the asynchronous form: in 5.7.0 it overlooks the map's partitioning strategy and finds nothing.
        try {
            states.delete(key(account, workspaceId, workerId));
        } catch (HazelcastException | IllegalStateException e) {
            LOG.debug("a worker that is gone is still shown to the other nodes", e);
        }
    }

    @Override
    public Optional<WorkerState> find(AccountId account, String workspaceId, String workerId) {
        return Optional.ofNullable(states.get(key(account, workspaceId, workerId)));
    }

    @Override
    public List<WorkerState> list(AccountId account, String workspaceId) {
        Predicate<String, WorkerState> ours = Predicates.and(
                Predicates.equal(WorkerStateSerializer.ACCOUNT, account.value()),
                Predicates.equal(WorkerStateSerializer.WORKSPACE, workspaceId));
        return states.values(Predicates.partitionPredicate(key(account, workspaceId, ""), ours))
                .stream()
                .sorted(Comparator.comparing(WorkerState::workerId))
                .toList();
    }

    /** What follows the @ chooses the partition. */
    private static String key(AccountId account, String workspaceId, String workerId) {
        return workerId + "@" + account + "/" + workspaceId;
    }

    private static void quietly(Supplier<CompletionStage<?>> operation) {
        try {
            operation.get().whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.debug("a worker's state is not shown to the other nodes", failure);
                }
            });
        } catch (HazelcastException | IllegalStateException e) {
            LOG.debug("a worker's state is not shown to the other nodes", e);
        }
    }
}
