package org.jackfield.engine.wiring;

import java.util.List;
import org.jackfield.engine.cluster.ClusterOptions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** As {@link ClusterOptions}. */
@ConfigurationProperties("jackfield.cluster")
record ClusterProperties(@DefaultValue List<String> members, @DefaultValue("127.0.0.1") String address,
        @DefaultValue("5701") int port) {

    /** Nobody looks for a node on its own, so it takes a free port: several may run on one machine. */
    ClusterOptions options() {
        return new ClusterOptions(members, address, members.isEmpty() ? 0 : port);
    }
}
