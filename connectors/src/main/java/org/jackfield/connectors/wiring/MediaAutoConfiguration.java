package org.jackfield.connectors.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import org.jackfield.connectors.rtp.MediaServer;
import org.jackfield.connectors.rtp.PartialRecordings;
import org.jackfield.connectors.rtp.RtpMediaServer;
import org.jackfield.connectors.speech.FreeTtsSynthesizer;
import org.jackfield.connectors.speech.Prompts;
import org.jackfield.connectors.webhook.AddressGuard;
import org.jackfield.connectors.webhook.AddressRange;
import org.jackfield.connectors.webhook.FetchOptions;
import org.jackfield.connectors.webhook.GuardedFetch;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.media.PromptLibrary;
import org.jackfield.engine.media.SpeechSynthesizer;
import org.jackfield.engine.store.DataFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Media, the embedded voice, the prompts, and the guard of addresses that tenants name. */
@AutoConfiguration
@EnableConfigurationProperties(MediaProperties.class)
public class MediaAutoConfiguration {

    @Bean(initMethod = "start")
    @ConditionalOnMissingBean(MediaServer.class)
    RtpMediaServer mediaServer(MediaProperties properties, Clock clock, ObjectProvider<DataFolder> data,
            @Value("${jackfield.sip.address:127.0.0.1}") String sipAddress,
            @Value("${jackfield.rtp-ports:20000-24999}") String ports) throws IOException {
        var folder = data.getIfAvailable();
        if (folder != null) {
            PartialRecordings.recover(folder.resolve("recordings"));
        }
        return new RtpMediaServer(properties.options(sipAddress, ports), Secrets.generator(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    SpeechSynthesizer speechSynthesizer(Clock clock) {
        return new FreeTtsSynthesizer(Runtime.getRuntime().availableProcessors(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    AddressGuard addressGuard(@Value("${jackfield.allow-callbacks-to:}") String allowed) {
        return new AddressGuard(AddressRange.parseAll(allowed), InetAddress::getAllByName);
    }

    @Bean
    @ConditionalOnMissingBean
    PromptLibrary promptLibrary(AddressGuard guard, Clock clock) {
        return new Prompts(new GuardedFetch(guard, FetchOptions.standard(), clock), clock);
    }
}
