package org.jackfield.engine.work;

import java.util.HashMap;
import java.util.Map;

/** What expressions may ask about a worker, beside how much work he has. */
public final class WorkerFacts {

    private WorkerFacts() {}

    /** His attributes, and his names where they do not hide an attribute. */
    public static Map<String, ?> of(Worker worker, String activityName) {
        Map<String, Object> facts = new HashMap<>(worker.attributes());
        facts.putIfAbsent("sid", worker.id());
        facts.putIfAbsent("friendly_name", worker.name());
        facts.putIfAbsent("activity_name", activityName);
        facts.putIfAbsent("activity_sid", worker.activityId());
        return facts;
    }
}
