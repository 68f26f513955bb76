package org.jackfield.app.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.work.PolicyAdministration;
import org.jackfield.engine.work.PolicyAdministration.PolicySpec;
import org.jackfield.engine.work.PolicyDocument;
import org.jackfield.engine.work.WorkSettings;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routing policies: which item waits in which queue, how long, and where it goes next. */
@RestController
final class PolicyResource {

    private static final String POLICIES = Wire.WORKSPACES + "/{WorkspaceSid}/Workflows";
    private static final int LONGEST_OFFER = 86_400;

    private final PolicyAdministration work;
    private final WorkDesk desk;
    private final Wire wire;
    private final WorkSettings settings;

    PolicyResource(PolicyAdministration work, WorkDesk desk, Wire wire, WorkSettings settings) {
        this.work = work;
        this.desk = desk;
        this.wire = wire;
        this.settings = settings;
    }

    @PostMapping(POLICIES)
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        String workspace = desk.workspaceId(ask);
        PolicySpec spec = new PolicySpec(ask.params().required("FriendlyName"),
                JsonParam.read("Configuration", ask.params().required("Configuration")), timeout(ask.params()),
                callback(ask.params(), PolicyDocument.Callback.NONE));
        return view(work.create(ask.account(), workspace, spec).policy());
    }

    @GetMapping(POLICIES)
    View list(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Optional<String> name = ask.params().text("FriendlyName");
        List<PolicyDocument> read = desk
                .read(() -> desk.stores().policies().list(ask.account(), workspace, ask.page().paging()));
        return ask.page()
                .meta(new PageOf.Shape<>("workflows", PolicyDocument::id, this::view)
                        .only(policy -> name.map(policy.name()::equals).orElse(true)), read, wire);
    }

    @GetMapping(POLICIES + "/{Sid}")
    View read(Ask ask) {
        return view(desk.policy(ask, desk.workspaceId(ask), ask.path("Sid")));
    }

    @PostMapping(POLICIES + "/{Sid}")
    View update(Ask ask) {
        PolicyDocument known = desk.policy(ask, desk.workspaceId(ask), ask.path("Sid"));
        Params params = ask.params();
        Map<String, ?> document = params.text("Configuration").isPresent()
                ? JsonParam.read("Configuration", params.required("Configuration"))
                : known.document();
        PolicySpec spec = new PolicySpec(params.text("FriendlyName").orElse(known.name()), document,
                timeout(params).or(known::reservationTimeout), callback(params, known.callback()),
                params.flag("ReEvaluateTasks").orElse(false));
        return view(work.update(ask.account(), known.workspaceId(), known.id(), spec).policy());
    }

    @DeleteMapping(POLICIES + "/{Sid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        work.delete(ask.account(), desk.workspaceId(ask), ask.path("Sid"));
    }

    /** An empty address takes it away. */
    private static PolicyDocument.Callback callback(Params params, PolicyDocument.Callback known) {
        return new PolicyDocument.Callback(address(params, "AssignmentCallbackUrl", known.url()),
                address(params, "FallbackAssignmentCallbackUrl", known.fallback()));
    }

    private static Optional<String> address(Params params, String name, Optional<String> known) {
        Optional<String> given = params.text(name);
        return given.isPresent() ? given.filter(url -> !url.isBlank()) : known;
    }

    private static Optional<Duration> timeout(Params params) {
        return params.number("TaskReservationTimeout", 1, LONGEST_OFFER).map(Duration::ofSeconds);
    }

    private View view(PolicyDocument policy) {
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + policy.workspaceId());
        String url = workspace + "/Workflows/" + policy.id();
        return new View().put("sid", policy.id())
                .put("account_sid", policy.account().value())
                .put("workspace_sid", policy.workspaceId())
                .put("friendly_name", policy.name())
                .put("configuration", JsonParam.write(policy.document()))
                .put("document_content_type", "application/json")
                .put("task_reservation_timeout",
                        policy.reservationTimeout().orElse(settings.reservationTimeout()).toSeconds())
                .put("assignment_callback_url", policy.callback().url())
                .put("fallback_assignment_callback_url", policy.callback().fallback())
                .put("date_created", Times.iso8601(policy.created()))
                .put("date_updated", Times.iso8601(policy.updated()))
                .put("links", StatisticsViews.links(new View().put("workspace", workspace), url))
                .put("url", url);
    }
}
