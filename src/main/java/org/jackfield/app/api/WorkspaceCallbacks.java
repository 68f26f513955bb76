package org.jackfield.app.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.engine.work.Workspace;
import org.jackfield.engine.work.callback.CallbackAddress;
import org.jackfield.engine.work.callback.EventCallback;
import org.jackfield.engine.work.callback.EventCallbacks;
import org.springframework.stereotype.Component;

/** Whom workspaces tell of their events, as parameters and as fields of a workspace. */
@Component
final class WorkspaceCallbacks {

    private static final String URL = "EventCallbackUrl";
    private static final String FILTER = "EventsFilter";

    private final EventCallbacks callbacks;
    private final WorkDesk desk;
    private final InstantSource clock;

    WorkspaceCallbacks(EventCallbacks callbacks, WorkDesk desk, InstantSource clock) {
        this.callbacks = callbacks;
        this.desk = desk;
        this.clock = clock;
    }

    /** Those of the workspaces, by their ids, in one read. */
    Map<String, EventCallback> of(Ask ask, List<Workspace> workspaces) {
        Set<String> ids = workspaces.stream().map(Workspace::id).collect(Collectors.toSet());
        return desk.read(() -> callbacks.find(ask.account(), ids))
                .stream()
                .collect(Collectors.toMap(EventCallback::workspaceId, Function.identity()));
    }

    /** Does what the request says; an empty address tells nobody any more, an empty filter tells everything. */
    void set(Ask ask, String workspaceId) {
        Optional<String> url = ask.params().text(URL);
        Optional<String> filter = ask.params().text(FILTER);
        if (url.isEmpty() && filter.isEmpty()) {
            return;
        }
        Optional<EventCallback> before = callbacks.find(ask.account(), Set.of(workspaceId)).stream().findFirst();
        Optional<String> address = url.or(() -> before.map(EventCallback::url)).filter(text -> !text.isBlank());
        Set<String> types = filter.map(list -> WorkEventType.filter(FILTER, list))
                .or(() -> before.map(EventCallback::types))
                .orElse(Set.of());
        if (address.isPresent()) {
            put(new EventCallback(ask.account(), workspaceId, address.get(), types), before);
        } else if (filter.filter(list -> !list.isBlank()).isPresent()) {
            throw Params.invalid(FILTER, "needs " + URL);
        } else {
            callbacks.remove(ask.account(), workspaceId);
        }
    }

    private void put(EventCallback after, Optional<EventCallback> before) {
        CallbackAddress.require(after.url());
        if (!before.equals(Optional.of(after))) {
            callbacks.put(after, clock.instant());
        }
    }
}
