package org.jackfield.app.api;

import java.util.List;
import org.jackfield.engine.work.MediaAdministration;
import org.jackfield.engine.work.MediaAdministration.MediumChange;
import org.jackfield.engine.work.MediaAdministration.MediumSpec;
import org.jackfield.engine.work.Medium;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Media: voice, chat and so on, and those that a workspace adds. */
@RestController
final class MediumResource {

    private static final String MEDIA = Wire.WORKSPACES + "/{WorkspaceSid}/TaskChannels";

    private final MediaAdministration work;
    private final WorkDesk desk;
    private final Wire wire;

    MediumResource(MediaAdministration work, WorkDesk desk, Wire wire) {
        this.work = work;
        this.desk = desk;
        this.wire = wire;
    }

    @PostMapping(MEDIA)
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        Params params = ask.params();
        return view(work.create(ask.account(), desk.workspaceId(ask),
                new MediumSpec(params.required("FriendlyName"), params.required("UniqueName"),
                        params.flag("ChannelOptimizedRouting").orElse(false))));
    }

    @GetMapping(MEDIA)
    View list(Ask ask) {
        String workspace = desk.workspaceId(ask);
        List<Medium> read = desk.read(() -> desk.stores().media().list(ask.account(), workspace, ask.page().paging()));
        return ask.page().meta(new PageOf.Shape<>("channels", Medium::id, this::view), read, wire);
    }

    @GetMapping(MEDIA + "/{Sid}")
    View read(Ask ask) {
        return view(desk.medium(ask, desk.workspaceId(ask), ask.path("Sid")));
    }

    @PostMapping(MEDIA + "/{Sid}")
    View update(Ask ask) {
        Medium known = desk.medium(ask, desk.workspaceId(ask), ask.path("Sid"));
        return view(work.update(ask.account(), known.workspaceId(), known.id(),
                new MediumChange(ask.params().text("FriendlyName"), ask.params().flag("ChannelOptimizedRouting"))));
    }

    @DeleteMapping(MEDIA + "/{Sid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        Medium known = desk.medium(ask, desk.workspaceId(ask), ask.path("Sid"));
        work.delete(ask.account(), known.workspaceId(), known.id());
    }

    private View view(Medium medium) {
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + medium.workspaceId());
        return new View().put("sid", medium.id())
                .put("account_sid", medium.account().value())
                .put("workspace_sid", medium.workspaceId())
                .put("friendly_name", medium.name())
                .put("unique_name", medium.uniqueName())
                .put("channel_optimized_routing", medium.longestIdleFirst())
                .put("date_created", Times.iso8601(medium.created()))
                .put("date_updated", Times.iso8601(medium.updated()))
                .put("links", new View().put("workspace", workspace))
                .put("url", workspace + "/TaskChannels/" + medium.id());
    }
}
