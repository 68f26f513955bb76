package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * A contact center of its own: its activities, workers, queues and items belong together and to nobody else. A new worker
 * gets the default activity. A worker who let an offer run off keeps his activity and pauses for a moment, unless the
 * workspace names a timeout activity: then he is moved there.
 */
public record Workspace(AccountId account, String id, String name, String defaultActivity,
        Optional<String> timeoutActivity, Instant created) {}
