package org.jackfield.engine.wiring;

import org.jackfield.engine.presence.ContactAddresses;
import org.jackfield.engine.presence.ContactStates;
import org.jackfield.engine.presence.Occupations;
import org.jackfield.engine.presence.PresenceFacts;
import org.jackfield.engine.presence.Presences;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.ItemDirectory;
import org.jackfield.engine.work.MediaDirectory;
import org.jackfield.engine.work.PolicyDirectory;
import org.jackfield.engine.work.WorkExplanations;
import org.jackfield.engine.work.WorkNeighbours;
import org.jackfield.engine.work.WorkRuntime;
import org.jackfield.engine.work.WorkSettings;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.WorkerOccupations;
import org.jackfield.engine.work.WorkspaceOwners;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Routing policies, media, changes of items, and the explanation of what distribution does. */
@AutoConfiguration(after = {WorkAutoConfiguration.class, PresenceAutoConfiguration.class})
public class RoutingAutoConfiguration {

    @Bean
    PolicyDirectory policyAdministration(WorkStores stores, WorkRuntime runtime, WorkspaceOwners owners) {
        return new PolicyDirectory(stores, runtime, owners);
    }

    @Bean
    MediaDirectory mediaAdministration(WorkStores stores, WorkRuntime runtime, WorkspaceOwners owners) {
        return new MediaDirectory(stores, runtime, owners);
    }

    @Bean
    ItemDirectory itemAdministration(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours,
            WorkSettings settings, WorkspaceOwners owners) {
        return new ItemDirectory(stores, runtime, neighbours, settings, owners);
    }

    @Bean
    WorkSettings workSettings(WorkProperties properties) {
        return properties.settings();
    }

    @Bean
    WorkExplanations workExplanations(WorkStores stores, WorkRuntime runtime, WorkSettings settings,
            ContactStates contacts) {
        return new WorkExplanations(stores, settings, contacts, runtime.clock());
    }

    @Bean
    PresenceFacts presenceFacts(Presences presences, Occupations occupations, ContactAddresses addresses) {
        return new PresenceFacts(presences, occupations, addresses);
    }

    @Bean
    Occupations occupations(WorkStores stores, ContactAddresses addresses, UnitOfWork unit) {
        return new WorkerOccupations(stores, addresses, unit);
    }
}
