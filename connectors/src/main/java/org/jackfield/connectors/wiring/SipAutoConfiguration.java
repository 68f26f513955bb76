package org.jackfield.connectors.wiring;

import java.time.Clock;
import org.jackfield.connectors.rtp.MediaServer;
import org.jackfield.connectors.sip.OwnTags;
import org.jackfield.connectors.sip.SipCallControl;
import org.jackfield.connectors.sip.SipParts;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.presence.Registrations;
import org.jackfield.engine.store.DataFolder;
import org.jackfield.engine.store.KeyFile;
import org.jackfield.engine.tenant.NumberDirectory;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.time.Timers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Call control over SIP. Calls are let in when the application is up, see {@link SipLifecycle}. */
@AutoConfiguration(afterName = "org.jackfield.connectors.wiring.MediaAutoConfiguration")
@EnableConfigurationProperties(SipProperties.class)
public class SipAutoConfiguration {

    @Bean
    SipParts.Directories sipDirectories(NumberDirectory numbers, SipDirectory domains, Registrations registrations) {
        return new SipParts.Directories(numbers, domains, registrations);
    }

    @Bean
    SipParts.Basics sipBasics(Clock clock, Timers timers, Ids ids, ObjectProvider<DataFolder> data) {
        DataFolder folder = data.getIfAvailable();
        byte[] tagKey = folder == null ? Secrets.bytes(32) : KeyFile.open(folder.resolve("sip-tag-key"));
        return new SipParts.Basics(clock, timers, Secrets.generator(), ids,
                new OwnTags(tagKey, Secrets.generator()));
    }

    @Bean
    SipCallControl sipCallControl(SipProperties properties, SipParts.Directories directories, SipParts.Basics basics,
            MediaServer media, ObjectProvider<InboundCalls> calls) {
        SipCallControl control = new SipCallControl(properties.options(),
                new SipParts(call -> calls.getObject().offer(call), media, directories, basics));
        control.drain(true);
        return control;
    }

    @Bean
    SipLifecycle sipLifecycle(SipCallControl control) {
        return new SipLifecycle(control);
    }
}
