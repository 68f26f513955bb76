package org.jackfield.engine.wiring;

import java.time.Duration;
import org.jackfield.engine.work.WorkSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** As {@link WorkSettings}. */
@ConfigurationProperties("jackfield.work")
record WorkProperties(@DefaultValue("120s") Duration reservationTimeout, @DefaultValue("10s") Duration wrapUpTime,
        @DefaultValue("10s") Duration declinePause, @DefaultValue("10s") Duration unreachablePause,
        @DefaultValue("10m") Duration placeWindow, @DefaultValue("14d") Duration maxWait,
        @DefaultValue("1000") int maxOffers) {

    WorkSettings settings() {
        return new WorkSettings(reservationTimeout, wrapUpTime, declinePause, unreachablePause, placeWindow, maxWait,
                maxOffers);
    }
}
