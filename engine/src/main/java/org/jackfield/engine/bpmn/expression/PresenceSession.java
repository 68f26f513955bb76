package org.jackfield.engine.bpmn.expression;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.instance.CoreExecution;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jackfield.engine.tenant.AccountId;

/** What expressions of one command of the engine ask about presence: always in the account whose process instance asks. */
public final class PresenceSession implements Session {

    private final BiFunction<AccountId, String, Optional<Map<String, Object>>> presence;

    private PresenceSession(BiFunction<AccountId, String, Optional<Map<String, Object>>> presence) {
        this.presence = presence;
    }

    /** @param presence answers facts about somebody; asked for when the first expression needs it */
    public static SessionFactory factory(
            Supplier<BiFunction<AccountId, String, Optional<Map<String, Object>>>> presence) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return PresenceSession.class;
            }

            @Override
            public Session openSession() {
                return new PresenceSession(presence.get());
            }
        };
    }

    /** Facts about somebody; empty when nothing can be known. */
    static Optional<Map<String, Object>> of(String who) {
        CommandContext command = Context.getCommandContext();
        if (command == null || Context.getCoreExecutionContext() == null) {
            throw new IllegalStateException("presence is known in a running process instance only");
        }
        CoreExecution asking = Context.getCoreExecutionContext().getExecution();
        String tenant = asking instanceof ExecutionEntity execution ? execution.getTenantId() : null;
        return tenant == null
                ? Optional.empty()
                : command.getSession(PresenceSession.class).presence.apply(new AccountId(tenant), who);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
