package org.jackfield.app.api;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.work.MediaAdministration;
import org.jackfield.engine.work.MediaAdministration.ShareChange;
import org.jackfield.engine.work.Medium;
import org.jackfield.engine.work.Worker;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How much of each medium a worker takes. There is one share for each medium of the workspace; its id is made of the
 * worker's and the medium's, so that both are found by it and nothing is stored.
 */
@RestController
final class ShareResource {

    private static final String SHARES = Wire.WORKSPACES + "/{WorkspaceSid}/Workers/{WorkerSid}/Channels";
    private static final String PREFIX = "WC";
    private static final int MOST_CAPACITY = 50;
    private static final int WHOLE = 100;
    private static final int HEXADECIMAL = 16;

    private final MediaAdministration work;
    private final WorkDesk desk;
    private final Wire wire;

    ShareResource(MediaAdministration work, WorkDesk desk, Wire wire) {
        this.work = work;
        this.desk = desk;
        this.wire = wire;
    }

    @GetMapping(SHARES)
    View list(Ask ask) {
        Worker worker = worker(ask);
        Map<String, Integer> open = open(worker);
        List<Medium> read = desk.read(
                () -> desk.stores().media().list(ask.account(), worker.workspaceId(), ask.page().paging()));
        return ask.page()
                .meta(new PageOf.Shape<>("channels", Medium::id, (Medium medium) -> view(worker, medium, open)), read,
                        wire);
    }

    @GetMapping(SHARES + "/{Sid}")
    View read(Ask ask) {
        Worker worker = worker(ask);
        return view(worker, medium(ask, worker), open(worker));
    }

    @PostMapping(SHARES + "/{Sid}")
    View update(Ask ask) {
        Worker worker = worker(ask);
        Medium medium = medium(ask, worker);
        Worker after = work.changeShare(ask.account(), worker.workspaceId(), worker.id(), new ShareChange(medium.id(),
                ask.params().number("Capacity", 0, MOST_CAPACITY), ask.params().flag("Available")));
        return view(after, medium, open(after));
    }

    private Worker worker(Ask ask) {
        return desk.worker(ask, desk.workspaceId(ask), ask.path("WorkerSid"));
    }

    private Map<String, Integer> open(Worker worker) {
        return desk.read(
                () -> desk.stores().workers().openByMedium(worker.account(), worker.workspaceId(), worker.id()));
    }

    /** By the share's own id, or by the medium's unique name or id. */
    private Medium medium(Ask ask, Worker worker) {
        String id = ask.path("Sid");
        return desk.medium(ask, worker.workspaceId(),
                id.startsWith(PREFIX) ? combined(IdPrefix.MEDIUM.letters(), id, worker.id()).orElse(id) : id);
    }

    /** Exclusive or: combining the share's id with one of the two gives the other. */
    private static Optional<String> combined(String letters, String one, String other) {
        try {
            BigInteger digits = new BigInteger(one.substring(2), HEXADECIMAL)
                    .xor(new BigInteger(other.substring(2), HEXADECIMAL));
            return Optional.of(letters + String.format(Locale.ROOT, "%032x", digits));
        } catch (NumberFormatException notAnId) {
            return Optional.empty();
        }
    }

    private View view(Worker worker, Medium medium, Map<String, Integer> open) {
        String name = medium.uniqueName();
        int capacity = worker.capacity(name);
        int has = open.getOrDefault(name, 0);
        String id = combined(PREFIX, medium.id(), worker.id()).orElse(PREFIX);
        String url = wire.absolute(Wire.WORKSPACES + "/" + worker.workspaceId()) + "/Workers/" + worker.id();
        return new View().put("sid", id)
                .put("account_sid", worker.account().value())
                .put("workspace_sid", worker.workspaceId())
                .put("worker_sid", worker.id())
                .put("task_channel_sid", medium.id())
                .put("task_channel_unique_name", name)
                .put("configured_capacity", capacity)
                .put("assigned_tasks", has)
                .put("available_capacity_percentage",
                        capacity == 0 ? 0 : Math.max(0, capacity - has) * WHOLE / capacity)
                .put("available", !worker.closedMedia().contains(name))
                .put("date_created", Times.iso8601(medium.created()))
                .put("date_updated", Times.iso8601(medium.updated()))
                .put("url", url + "/Channels/" + id);
    }
}
