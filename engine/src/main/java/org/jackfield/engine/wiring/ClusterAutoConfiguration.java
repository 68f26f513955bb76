package org.jackfield.engine.wiring;

import org.jackfield.engine.cluster.Cluster;
import org.jackfield.engine.cluster.ClusterOptions;
import org.jackfield.engine.cluster.NodeWorkNode;
import org.jackfield.engine.cluster.NodeWorkSignals;
import org.jackfield.engine.node.NodeMessages;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.work.WorkerStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The cluster and what lies in it. */
@AutoConfiguration(after = NodeAutoConfiguration.class)
@EnableConfigurationProperties(ClusterProperties.class)
public class ClusterAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterAutoConfiguration.class);

    @Bean
    Cluster cluster(ClusterProperties properties, Nodes nodes, Environment environment) {
        ClusterOptions options = properties.options();
        if (!options.members().isEmpty() && environment.getProperty("jackfield.seal-key", "").isEmpty()) {
            LOG.warn("JACKFIELD_SEAL_KEY is not set: access tokens are checked only at the node that made their key");
        }
        options.requireSharedDatabase(!environment.getProperty("jackfield.database.url", "").isEmpty());
        Cluster cluster = Cluster.join(options, nodes.self());
        cluster.onLeave(nodes::suspect);
        return cluster;
    }

    @Bean
    WorkerStates workerStates(Cluster cluster) {
        return cluster.workerStates();
    }

    @Bean
    NodeMessages nodeMessages(Cluster cluster, Nodes nodes) {
        return cluster.messages(nodes);
    }

    @Bean
    NodeWorkNode workNode(Nodes nodes) {
        return new NodeWorkNode(nodes);
    }

    @Bean
    NodeWorkSignals workSignals(NodeMessages messages) {
        return new NodeWorkSignals(messages);
    }
}
