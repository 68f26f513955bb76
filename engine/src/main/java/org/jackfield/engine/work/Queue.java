package org.jackfield.engine.work;

import java.time.Duration;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.match.QueueRule;

/**
 * Where items wait, in order of priority (highest first) and then of their start: the earlier first, or the later. {@code targetWorkers} is the expression
 * that says who serves it, empty for everybody; at most {@code maxReserved} workers are offered one item at once. Times
 * that are not set come from {@link WorkSettings}.
 */
public record Queue(AccountId account, String workspaceId, String id, String name, String targetWorkers,
        QueueRule.Order order, int maxReserved, Optional<Duration> reservationTimeout, Optional<Duration> wrapUpTime) {}
