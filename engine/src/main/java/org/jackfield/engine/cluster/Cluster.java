package org.jackfield.engine.cluster;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.config.Config;
import java.util.function.Consumer;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.NodeMessages;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.work.WorkerStates;

/** This node's membership of the cluster, from construction to {@link #close}. Thread-safe. */
public final class Cluster implements AutoCloseable {

    private static final String NODE = "node";

    private final HazelcastInstance hazelcast;

    private Cluster(HazelcastInstance hazelcast) {
        this.hazelcast = hazelcast;
    }

    /**
     * Joins the members that answer, or starts the cluster.
     *
     * @throws java.io.UncheckedIOException the address or port is taken or not ours
     */
    public static Cluster join(ClusterOptions options, NodeId self) {
        Config config = ClusterConfig.of(options);
        config.getMemberAttributeConfig().setAttribute(NODE, self.toString());
        return new Cluster(Hazelcast.newHazelcastInstance(config));
    }

    /** How workers are, for all nodes to read. */
    public WorkerStates workerStates() {
        return new HazelcastWorkerStates(hazelcast);
    }

    /** The post between the nodes that {@code nodes} names. */
    public NodeMessages messages(Nodes nodes) {
        return new HazelcastNodeMessages(hazelcast, nodes);
    }

    /** How many nodes see each other, this one with them. */
    public int size() {
        return hazelcast.getCluster().getMembers().size();
    }

    /** The port that was taken. */
    public int port() {
        return hazelcast.getCluster().getLocalMember().getAddress().getPort();
    }

    /** Calls back with each node that left or cannot be reached, on a thread of the cluster. A hint: {@link Nodes} judges. */
    public void onLeave(Consumer<NodeId> listener) {
        hazelcast.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberRemoved(MembershipEvent event) {
                String node = event.getMember().getAttribute(NODE);
                if (node != null) {
                    listener.accept(NodeId.parse(node));
                }
            }
        });
    }

    /** Leaves, telling the others. */
    @Override
    public void close() {
        hazelcast.shutdown();
    }

    /** Leaves as a crash does. */
    void abort() {
        hazelcast.getLifecycleService().terminate();
    }
}
