package org.jackfield.engine.event;

import java.util.Map;
import org.jackfield.engine.tenant.AccountId;

/**
 * Something that happened, before the log gave it its place. The key is what order is kept within: the call if there is
 * one, else the work item, else the resource. Types are lower-case words joined by dots, ending in a past participle
 * ({@code call.answered}); each concept lists its own. Data holds strings, numbers, booleans, lists and maps only, never
 * a secret, a message body or the digits of a payment.
 */
public record NewEvent(AccountId account, String key, String type, Map<String, ?> data) {
    public NewEvent {
        data = Map.copyOf(data);
    }
}
