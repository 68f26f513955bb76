package org.jackfield.engine.flow;

import java.util.Map;
import org.jackfield.engine.tenant.AccountId;

/** The variables of a running flow, for people who watch it. Joins the open unit of work. Thread-safe. */
@FunctionalInterface
public interface FlowVariables {

    /** By name, what must not be seen masked; empty once the flow has ended. */
    Map<String, Object> shown(AccountId account, String processInstanceId);
}
