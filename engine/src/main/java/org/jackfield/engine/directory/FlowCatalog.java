package org.jackfield.engine.directory;

import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;

/** Which flows an account may run; asked before a number is pointed at one. */
@FunctionalInterface
public interface FlowCatalog {

    /** Whether the account deployed that flow (and version), or it is a shipped one. */
    boolean exists(AccountId account, FlowAddress flow);
}
