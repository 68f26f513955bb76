package org.jackfield.engine.work;

import org.jackfield.engine.tenant.AccountId;

/** What workers can be doing; only in an available activity are they offered work. Whether it is available never changes. */
public record Activity(AccountId account, String workspaceId, String id, String name, boolean available) {}
