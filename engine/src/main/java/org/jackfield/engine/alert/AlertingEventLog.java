package org.jackfield.engine.alert;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;

/** Appends events to the log behind it and, in the same unit of work, an alert for each that tells of a failure. */
public final class AlertingEventLog implements EventLog {

    private static final int LONGEST = 1_000;

    private final EventLog log;
    private final Alerts alerts;
    private final Ids ids;
    private final InstantSource clock;

    public AlertingEventLog(EventLog log, Alerts alerts, Ids ids, InstantSource clock) {
        this.log = log;
        this.alerts = alerts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void append(List<NewEvent> events) {
        log.append(events);
        events.forEach(event -> AlertRules.causeOf(event).ifPresent(cause -> write(event, cause)));
    }

    private void write(NewEvent event, Alert.Cause cause) {
        Optional<String> call = Optional.of(event.key()).filter(IdPrefix.CALL::matches);
        String text = cause.text().length() > LONGEST ? cause.text().substring(0, LONGEST) : cause.text();
        alerts.insert(new Alert(event.account(), ids.next(IdPrefix.ALERT),
                new Alert.Cause(cause.level(), cause.code(), text, cause.requestUrl()), call, clock.instant()));
    }
}
