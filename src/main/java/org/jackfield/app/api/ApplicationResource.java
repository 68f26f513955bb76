package org.jackfield.app.api;

import java.util.EnumMap;
import java.util.Map;
import org.jackfield.engine.directory.Application;
import org.jackfield.engine.directory.Application.Use;
import org.jackfield.engine.directory.Applications;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Applications: named sets of addresses. */
@RestController
final class ApplicationResource {

    private static final String APPLICATIONS = Wire.ACCOUNT + "/Applications";

    /** The parameters of an address: of itself and of its method. */
    private record Names(String url, String method) {}

    private static final Map<Use, Names> NAMES = new EnumMap<>(Map.of(
            Use.VOICE, new Names("VoiceUrl", "VoiceMethod"),
            Use.VOICE_FALLBACK, new Names("VoiceFallbackUrl", "VoiceFallbackMethod"),
            Use.CALL_STATUS, new Names("StatusCallback", "StatusCallbackMethod"),
            Use.MESSAGE, new Names("SmsUrl", "SmsMethod"),
            Use.MESSAGE_FALLBACK, new Names("SmsFallbackUrl", "SmsFallbackMethod"),
            Use.MESSAGE_STATUS, new Names("MessageStatusCallback", "")));

    private final Applications applications;

    ApplicationResource(Applications applications) {
        this.applications = applications;
    }

    @PostMapping(APPLICATIONS + ".json")
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        return view(applications.create(ask.account(), settings(ask.params())));
    }

    @GetMapping(APPLICATIONS + ".json")
    View list(Ask ask) {
        return ask.page()
                .sdk(new PageOf.Shape<>("applications", Application::id, ApplicationResource::view), applications
                        .list(ask.account(), ask.params().text("FriendlyName"), ask.page().paging()));
    }

    @GetMapping(APPLICATIONS + "/{Sid}.json")
    View read(Ask ask) {
        return view(applications.find(ask.account(), ask.path("Sid")));
    }

    @PostMapping(APPLICATIONS + "/{Sid}.json")
    View update(Ask ask) {
        return view(applications.change(ask.account(), ask.path("Sid"), settings(ask.params())));
    }

    @DeleteMapping(APPLICATIONS + "/{Sid}.json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        applications.delete(ask.account(), ask.path("Sid"));
    }

    private static Applications.Settings settings(Params params) {
        Map<Use, String> urls = new EnumMap<>(Use.class);
        Map<Use, String> methods = new EnumMap<>(Use.class);
        NAMES.forEach((use, names) -> {
            params.text(names.url()).ifPresent(url -> urls.put(use, url));
            params.text(names.method()).ifPresent(method -> methods.put(use, method));
        });
        return new Applications.Settings(params.text("FriendlyName"), urls, methods);
    }

    private static View view(Application application) {
        String account = application.account().value();
        View view = new View().put("sid", application.id())
                .put("account_sid", account)
                .put("friendly_name", application.friendlyName())
                .put("api_version", "2010-04-01")
                .put("voice_caller_id_lookup", false);
        NAMES.forEach((use, names) -> {
            view.put(Wire.snake(names.url()), application.address(use).url());
            if (!names.method().isEmpty()) {
                view.put(Wire.snake(names.method()), application.address(use).method());
            }
        });
        return view.put("date_created", Times.rfc2822(application.created()))
                .put("date_updated", Times.rfc2822(application.updated()))
                .put("uri", Wire.uri(account, "/Applications/" + application.id() + ".json"));
    }
}
