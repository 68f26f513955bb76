package org.jackfield.engine.wiring;

import java.time.Duration;
import org.jackfield.engine.store.event.EventOptions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** As {@link EventOptions}. */
@ConfigurationProperties("jackfield.events")
record EventProperties(@DefaultValue("30d") Duration keep, @DefaultValue("100ms") Duration poll) {

    EventOptions options() {
        return new EventOptions(keep, poll);
    }
}
