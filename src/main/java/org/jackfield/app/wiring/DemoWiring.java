package org.jackfield.app.wiring;

import java.net.URI;
import java.time.Clock;
import org.jackfield.app.demo.Demo;
import org.jackfield.app.launch.CredentialsFile;
import org.jackfield.app.launch.Endpoints;
import org.jackfield.app.settings.AccountSettings;
import org.jackfield.app.settings.DemoSettings;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.media.SpeechSynthesizer;
import org.jackfield.engine.store.DataFolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** The demo, from the moment the product is ready until it stops. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("jackfield.demo.enabled")
class DemoWiring {

    @Bean
    Demo.Place demoPlace(Endpoints endpoints, AccountSettings account, DataFolder folder, Ids ids) {
        return () -> new Demo.Target(URI.create(endpoints.console()),
                Integer.parseInt(endpoints.sip().substring(endpoints.sip().lastIndexOf(':') + 1)),
                new CredentialsFile(folder.resolve("credentials"), ids).complete(account));
    }

    @Bean(destroyMethod = "")
    Demo demo(Demo.Place place, DemoSettings settings, SpeechSynthesizer voice, Ids ids, Clock clock) {
        return new Demo(place, new Demo.Ground(ids, clock, Secrets.generator(), voice), settings.callsPerMinute());
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> demoStart(Demo demo) {
        return event -> demo.start();
    }

    @Bean
    ApplicationListener<ContextClosedEvent> demoStop(Demo demo) {
        return event -> demo.stop();
    }
}
