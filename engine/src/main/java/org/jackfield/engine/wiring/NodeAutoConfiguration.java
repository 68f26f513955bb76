package org.jackfield.engine.wiring;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.store.ConnectionPool;
import org.jackfield.engine.store.DataFolder;
import org.jackfield.engine.store.node.JdbcNodes;
import org.jackfield.engine.store.node.NodeNames;
import org.jackfield.engine.store.node.NodeOptions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;

/** This node among those that work on the same database. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
public class NodeAutoConfiguration {

    @Bean(initMethod = "start")
    @ConditionalOnMissingBean(Nodes.class)
    @DependsOnDatabaseInitialization
    JdbcNodes nodes(DataSource database, DataFolder folder, Clock clock,
            @Value("${jackfield.node.name:}") String name, @Value("${jackfield.node.lease:10s}") Duration lease) {
        DataSource sessions = database instanceof ConnectionPool pool ? pool.unpooled() : database;
        return new JdbcNodes(database, sessions, NodeNames.nameOf(folder, name), new NodeOptions(lease), clock);
    }
}
