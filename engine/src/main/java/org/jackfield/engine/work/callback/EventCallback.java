package org.jackfield.engine.work.callback;

import java.util.Set;
import org.jackfield.engine.tenant.AccountId;

/**
 * The address that is told of a workspace's events.
 *
 * @param url absolute, http or https; where it may lead is checked whenever it is asked
 * @param types of which types it is told; of every one when there are none
 */
public record EventCallback(AccountId account, String workspaceId, String url, Set<String> types) {
    public EventCallback {
        types = Set.copyOf(types);
    }
}
