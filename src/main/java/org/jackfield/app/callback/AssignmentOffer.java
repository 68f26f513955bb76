package org.jackfield.app.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jackfield.engine.work.PolicyDocument;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.Worker;
import tools.jackson.databind.json.JsonMapper;

/** An offer that an application is asked about, as the form of its callback. */
record AssignmentOffer(Reservation reservation, WorkItem item, Worker worker, PolicyDocument policy) {

    Map<String, String> form(JsonMapper json, Instant now) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Timestamp", String.valueOf(now.getEpochSecond()));
        form.put("AccountSid", item.account().value());
        form.put("WorkspaceSid", item.workspaceId());
        form.put("WorkflowSid", policy.id());
        form.put("TaskQueueSid", item.place().queueId());
        form.put("WorkerSid", worker.id());
        form.put("WorkerAttributes", json.writeValueAsString(worker.attributes()));
        form.put("TaskSid", item.id());
        form.put("TaskAttributes", json.writeValueAsString(item.origin().attributes()));
        form.put("TaskAge", String.valueOf(Math.max(0, Duration.between(item.origin().created(), now).toSeconds())));
        form.put("TaskPriority", String.valueOf(item.place().priority()));
        form.put("ReservationSid", reservation.id());
        return form;
    }
}
