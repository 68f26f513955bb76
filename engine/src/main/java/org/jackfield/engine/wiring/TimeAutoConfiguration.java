package org.jackfield.engine.wiring;

import java.time.Clock;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.time.ScheduledTimers;
import org.jackfield.engine.time.Timers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The real clock, ids and timers of a running instance. */
@AutoConfiguration
public class TimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids(Clock clock) {
        return new TimeOrderedIds(clock, Secrets.generator());
    }

    @Bean
    @ConditionalOnMissingBean
    Timers timers() {
        return new ScheduledTimers("jackfield-timers");
    }
}
