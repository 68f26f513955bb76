package org.jackfield.app.wiring;

import java.time.Clock;
import java.time.Duration;
import org.jackfield.app.callback.CallbackParts;
import org.jackfield.app.callback.EventCallbackParts;
import org.jackfield.app.callback.EventCallbackRelay;
import org.jackfield.app.callback.EventForms;
import org.jackfield.app.settings.EventCallbackSettings;
import org.jackfield.connectors.webhook.AddressGuard;
import org.jackfield.connectors.webhook.FetchOptions;
import org.jackfield.connectors.webhook.GuardedPost;
import org.jackfield.engine.directory.CallbackKeys;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.callback.EventCallbacks;
import org.jackfield.engine.work.callback.Patience;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What applications are told of the events of their workspaces. */
@Configuration(proxyBeanMethods = false)
class EventCallbackWiring {

    /** What existing applications are used to; of the answer only the status counts. */
    private static final FetchOptions ANSWER = new FetchOptions(65_536, Duration.ofSeconds(15), 0);

    @Bean
    EventCallbackParts.Store eventCallbackStore(EventCallbacks callbacks, UnitOfWork unit, EventLog events) {
        return new EventCallbackParts.Store(callbacks, unit, events);
    }

    @Bean
    EventCallbackParts eventCallbackParts(EventCallbackParts.Store store, EventForms forms, AddressGuard guard,
            CallbackKeys keys, EventCallbackSettings settings, Clock clock) {
        return new EventCallbackParts(store, forms, new CallbackParts.Peer(new GuardedPost(guard, ANSWER, clock), keys),
                new Patience(settings.longestPause(), settings.giveUpAfter()), clock);
    }

    @Bean
    EventCallbackRelay eventCallbackRelay(EventCallbackParts parts, Timers timers) {
        return new EventCallbackRelay(parts, timers, Thread.ofVirtual().name("event-callback-", 0)::start);
    }

    @Bean
    ApplicationRunner startEventCallbackRelay(EventCallbackRelay relay, EventReader events) {
        return arguments -> relay.start(events);
    }
}
