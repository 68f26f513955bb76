package org.jackfield.engine.wiring;

import java.time.Clock;
import org.jackfield.engine.cluster.NodeWorkSignals;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.Distributor;
import org.jackfield.engine.work.OfferDesk;
import org.jackfield.engine.work.WorkDirectory;
import org.jackfield.engine.work.WorkItemFlow;
import org.jackfield.engine.work.WorkNeighbours;
import org.jackfield.engine.work.WorkNode;
import org.jackfield.engine.work.WorkRuntime;
import org.jackfield.engine.work.WorkSignals;
import org.jackfield.engine.work.WorkSweep;
import org.jackfield.engine.work.RecentChanges;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.WorkerStates;
import org.jackfield.engine.work.WorkspaceOwners;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Work distribution. */
@AutoConfiguration(after = {WorkStoresAutoConfiguration.class, EventAutoConfiguration.class,
    ClusterAutoConfiguration.class})
@EnableConfigurationProperties(WorkProperties.class)
public class WorkAutoConfiguration {

    @Bean
    WorkRuntime workRuntime(UnitOfWork unit, EventLog events, Clock clock, Ids ids, Timers timers) {
        return new WorkRuntime(unit, events, clock, ids, timers, Thread.ofVirtual().name("work-", 0)::start);
    }

    @Bean
    WorkNeighbours workNeighbours(ObjectProvider<OfferDesk> desk, ObjectProvider<WorkItemFlow> flow,
            WorkerStates states, WorkNode node, WorkSignals signals) {
        return new WorkNeighbours(new LateNeighbours.Offers(desk::getObject),
                new LateNeighbours.Flows(flow::getObject), states, node, signals);
    }

    @Bean
    WorkspaceOwners workspaceOwners(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours,
            WorkProperties properties) {
        return new WorkspaceOwners(stores, runtime, neighbours, properties.settings());
    }

    @Bean
    Distributor workDistribution(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours,
            WorkProperties properties, WorkspaceOwners owners) {
        return new Distributor(stores, runtime, neighbours, properties.settings(), owners);
    }

    @Bean
    WorkDirectory workAdministration(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours,
            WorkProperties properties, WorkspaceOwners owners) {
        return new WorkDirectory(stores, runtime, neighbours, properties.settings(), owners);
    }

    @Bean
    WorkSweep workSweep(RecentChanges changes, WorkspaceOwners owners, WorkRuntime runtime, WorkNode node) {
        return new WorkSweep(changes, owners, runtime, node);
    }

    @Bean
    WorkStart workStart(WorkspaceOwners owners, Nodes nodes, NodeWorkSignals signals, WorkSweep sweep) {
        return new WorkStart(owners, nodes, signals, sweep);
    }
}
