package org.jackfield.engine.wiring;

import java.time.Clock;
import java.time.Duration;
import org.jackfield.engine.call.CallControl;
import org.jackfield.engine.call.DanglingDialogs;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.loopback.LoopbackNetwork;
import org.jackfield.engine.loopback.ToneVoice;
import org.jackfield.engine.media.PromptLibrary;
import org.jackfield.engine.media.SpeechSynthesizer;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.time.Timers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The in-process phone network and a voice of tones, for an application that brings no real ones. */
@AutoConfiguration(after = TimeAutoConfiguration.class, afterName = {
    "org.jackfield.connectors.wiring.SipAutoConfiguration", "org.jackfield.connectors.wiring.MediaAutoConfiguration"})
public class LoopbackAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(CallControl.class)
    LoopbackNetwork loopbackNetwork(Ids ids, Clock clock, Timers timers, InboundCalls inbound) {
        LoopbackNetwork network = new LoopbackNetwork(ids, clock, timers);
        network.deliverTo(inbound);
        return network;
    }

    @Bean
    @ConditionalOnMissingBean({SpeechSynthesizer.class, PromptLibrary.class})
    ToneVoice toneVoice() {
        return new ToneVoice();
    }

    @Bean
    CallLifecycle.Surroundings callSurroundings(Nodes nodes, ObjectProvider<DanglingDialogs> dialogs,
            @Value("${jackfield.drain-time:30s}") Duration drainTime) {
        return new CallLifecycle.Surroundings(nodes, dialogs.getIfAvailable(() -> (_, _) -> {}), drainTime);
    }
}
