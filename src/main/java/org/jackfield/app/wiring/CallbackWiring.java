package org.jackfield.app.wiring;

import java.time.Clock;
import java.time.Duration;
import org.jackfield.app.callback.AssignmentRelay;
import org.jackfield.app.callback.CallbackParts;
import org.jackfield.app.callback.Instructions;
import org.jackfield.connectors.webhook.AddressGuard;
import org.jackfield.connectors.webhook.FetchOptions;
import org.jackfield.connectors.webhook.GuardedPost;
import org.jackfield.engine.call.run.OutboundCalls;
import org.jackfield.engine.directory.CallbackKeys;
import org.jackfield.engine.directory.FlowCatalog;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.ItemAdministration;
import org.jackfield.engine.work.WorkAdministration;
import org.jackfield.engine.work.WorkDistribution;
import org.jackfield.engine.work.WorkStores;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What applications are told over HTTP, and what they say. */
@Configuration(proxyBeanMethods = false)
class CallbackWiring {

    /** What existing applications are used to. */
    private static final FetchOptions ANSWER = new FetchOptions(65_536, Duration.ofSeconds(5), 0);

    @Bean
    Instructions assignmentInstructions(Instructions.Work work, OutboundCalls calls, FlowCatalog flows) {
        return new Instructions(work, calls, flows);
    }

    @Bean
    Instructions.Work instructedWork(WorkDistribution distribution, ItemAdministration items,
            WorkAdministration administration, WorkStores stores, UnitOfWork unit) {
        return new Instructions.Work(distribution, items, administration, stores, unit);
    }

    @Bean
    CallbackParts.Peer callbackPeer(AddressGuard guard, CallbackKeys keys, Clock clock) {
        return new CallbackParts.Peer(new GuardedPost(guard, ANSWER, clock), keys);
    }

    @Bean
    CallbackParts callbackParts(WorkStores stores, UnitOfWork unit, EventLog events, Instructions instructions,
            CallbackParts.Peer peer) {
        return new CallbackParts(stores, unit, events, instructions, peer);
    }

    @Bean
    AssignmentRelay assignmentRelay(CallbackParts parts, JsonMapper json, Clock clock, Timers timers) {
        return new AssignmentRelay(parts, json, clock, timers, Thread.ofVirtual().name("callback-", 0)::start);
    }

    @Bean
    ApplicationRunner startAssignmentRelay(AssignmentRelay relay, EventReader events) {
        return arguments -> relay.start(events);
    }
}
