package org.jackfield.engine.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.PartitioningStrategyConfig;
import com.hazelcast.partition.strategy.StringPartitioningStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Our options in Hazelcast's words: one address, named members only, quiet, small. */
final class ClusterConfig {

    static final String WORKERS = "worker-states";
    private static final String NAME = "jackfield";
    private static final int JOIN_SECONDS = 3;

    private ClusterConfig() {}

    static Config of(ClusterOptions options) {
        Config config = new Config();
        config.setClusterName(NAME);
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.socket.server.bind.any", "false");
        config.setProperty("hazelcast.socket.client.bind.any", "false");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.heartbeat.interval.seconds", "2");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
        // Halves of a cut cluster look for each other soon after the cut is healed, not after five minutes.
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "10");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "5");
        config.setProperty("hazelcast.partition.count", "61");
        config.setProperty("hazelcast.io.thread.count", "1");
        config.setProperty("hazelcast.event.thread.count", "2");
        config.setProperty("hazelcast.operation.generic.thread.count", "2");
        config.getIntegrityCheckerConfig().setEnabled(false);
        config.getMetricsConfig().setEnabled(false);
        config.getSerializationConfig()
                .getCompactSerializationConfig()
                .addSerializer(new WorkerStateSerializer())
                .addSerializer(new ShowNewerSerializer());
        config.addMapConfig(workers());
        network(config.getNetworkConfig(), options);
        return config;
    }

    private static MapConfig workers() {
        return new MapConfig(WORKERS).setPartitioningStrategyConfig(
                new PartitioningStrategyConfig(StringPartitioningStrategy.INSTANCE));
    }

    private static void network(NetworkConfig network, ClusterOptions options) {
        network.setPort(freePort(options)).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface(options.address());
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig()
                .setEnabled(!options.members().isEmpty())
                .setMembers(options.members())
                .setConnectionTimeoutSeconds(JOIN_SECONDS);
    }

    /** Hazelcast reports a taken port in its own words only; the operating system's say which and why. */
    private static int freePort(ClusterOptions options) {
        try (ServerSocket socket = new ServerSocket(options.port(), 1,
                InetAddress.getAllByName(options.address())[0])) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("JACKFIELD_CLUSTER_ADDRESS %s, JACKFIELD_CLUSTER_PORT %d: %s"
                    .formatted(options.address(), options.port(), e.getMessage()), e);
        }
    }
}
