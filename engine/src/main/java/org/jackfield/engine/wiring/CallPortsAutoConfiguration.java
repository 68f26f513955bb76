package org.jackfield.engine.wiring;

import java.time.Clock;
import java.util.concurrent.Executors;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.call.run.CallEngine;
import org.jackfield.engine.call.run.CallEngine.Ground;
import org.jackfield.engine.call.run.OutboundCalls;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.work.OfferDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The doors to calls. The ones that the call engine's own neighbours use open late, so that nobody waits for himself. */
@AutoConfiguration(after = TimeAutoConfiguration.class)
public class CallPortsAutoConfiguration {

    @Bean
    Ground callGround(Ids ids, Clock clock, Timers timers) {
        return new Ground(ids, clock, timers, Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("call-", 0).factory()));
    }

    @Bean
    InboundCalls inboundCalls(ObjectProvider<CallEngine> engine) {
        return call -> engine.getObject().inbound().offer(call);
    }

    @Bean
    OutboundCalls outboundCalls(CallEngine engine) {
        return engine.outbound();
    }

    @Bean
    InstructionDesk instructionDesk(ObjectProvider<CallEngine> engine) {
        return new LateDesk(engine::getObject);
    }

    @Bean
    OfferDesk offerDesk(ObjectProvider<CallEngine> engine) {
        return new LateOffers(engine::getObject);
    }

    @Bean
    CallLifecycle callLifecycle(ObjectProvider<CallEngine> engine, CallLifecycle.Surroundings surroundings) {
        return new CallLifecycle(engine::getObject, surroundings);
    }
}
