package org.jackfield.app.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jackfield.engine.alert.Alert;
import org.jackfield.engine.alert.Alerts;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.time.Span;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What went wrong in calls and flows, in both shapes that SDKs know: notifications of the account, and alerts. */
@RestController
final class AlertResource {

    private static final String ALL = Wire.ACCOUNT + "/Notifications";
    private static final String OF_CALL = Wire.ACCOUNT + "/Calls/{CallSid}/Notifications";
    private static final String ALERTS = "/monitor/v1/Alerts";

    private final Alerts alerts;
    private final UnitOfWork unit;
    private final CallDesk callDesk;
    private final Wire wire;

    AlertResource(Alerts alerts, UnitOfWork unit, CallDesk callDesk, Wire wire) {
        this.alerts = alerts;
        this.unit = unit;
        this.callDesk = callDesk;
        this.wire = wire;
    }

    @GetMapping(ALL + ".json")
    View notifications(Ask ask) {
        return notifications(ask, Optional.empty());
    }

    @GetMapping(OF_CALL + ".json")
    View notificationsOfCall(Ask ask) {
        return notifications(ask, Optional.of(callDesk.known(ask)));
    }

    private View notifications(Ask ask, Optional<String> call) {
        Alerts.Filter filter = new Alerts.Filter(ask.params().text("Log").map(AlertResource::ofNumber), call,
                Times.span(ask.params(), "MessageDate"));
        return ask.page().sdk(new PageOf.Shape<>("notifications", Alert::id, this::notification), read(ask, filter));
    }

    @GetMapping({ALL + "/{Sid}.json", OF_CALL + "/{Sid}.json"})
    View readNotification(Ask ask) {
        Optional<String> call = Optional.ofNullable(ask.path().get("CallSid"));
        Alert alert = find(ask, "notification");
        if (call.isPresent() && !alert.callId().equals(call)) {
            throw new DomainException(ErrorCode.NOT_FOUND, "no notification " + alert.id());
        }
        return notification(alert).put("request_variables", "").put("response_headers", "").put("response_body", "");
    }

    @GetMapping(ALERTS)
    View alerts(Ask ask) {
        Span span = new Span(Times.instant(ask.params(), "StartDate"), Times.instant(ask.params(), "EndDate"));
        Alerts.Filter filter = new Alerts.Filter(ask.params().text("LogLevel").map(AlertResource::ofWord),
                Optional.empty(), span);
        return ask.page().meta(new PageOf.Shape<>("alerts", Alert::id, this::alert), read(ask, filter), wire);
    }

    @GetMapping(ALERTS + "/{Sid}")
    View readAlert(Ask ask) {
        return alert(find(ask, "alert")).put("request_variables", "")
                .put("request_headers", "")
                .put(
                        "response_headers", "")
                .put("response_body", "");
    }

    private List<Alert> read(Ask ask, Alerts.Filter filter) {
        return unit.read(() -> alerts.list(ask.account(), filter, ask.page().paging()));
    }

    private Alert find(Ask ask, String what) {
        String id = ask.path("Sid");
        return unit.read(() -> alerts.find(ask.account(), id))
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no " + what + " " + id));
    }

    private static Alert.Level ofNumber(String text) {
        return switch (text) {
            case "0" -> Alert.Level.ERROR;
            case "1" -> Alert.Level.WARNING;
            default -> throw Params.invalid("Log", "is neither 0 (errors) nor 1 (warnings)");
        };
    }

    private static Alert.Level ofWord(String text) {
        return switch (text) {
            case "error" -> Alert.Level.ERROR;
            case "warning" -> Alert.Level.WARNING;
            default -> throw Params.invalid("LogLevel", "is neither error nor warning");
        };
    }

    private View notification(Alert alert) {
        String account = alert.account().value();
        String time = Times.rfc2822(alert.time());
        return new View().put("sid", alert.id())
                .put("account_sid", account)
                .put("call_sid", alert.callId())
                .put("log", alert.cause().level() == Alert.Level.ERROR ? "0" : "1")
                .put("error_code", String.valueOf(alert.cause().code()))
                .put("message_text", alert.cause().text())
                .put("message_date", time)
                .put("more_info", moreInfo(alert))
                .put("request_method", null)
                .put("request_url", url(alert))
                .put("api_version", "2010-04-01")
                .put("date_created", time)
                .put("date_updated", time)
                .put("uri", Wire.uri(account, "/Notifications/" + alert.id() + ".json"));
    }

    private View alert(Alert alert) {
        String time = Times.iso8601(alert.time());
        return new View().put("sid", alert.id())
                .put("account_sid", alert.account().value())
                .put("resource_sid", alert.callId())
                .put("service_sid", null)
                .put("log_level", alert.cause().level().name().toLowerCase(Locale.ROOT))
                .put("error_code", String.valueOf(alert.cause().code()))
                .put("alert_text", alert.cause().text())
                .put("more_info", moreInfo(alert))
                .put("request_method", null)
                .put("request_url", url(alert))
                .put("api_version", "2010-04-01")
                .put("date_generated", time)
                .put("date_created", time)
                .put("date_updated", time)
                .put("url", wire.absolute(ALERTS + "/" + alert.id()));
    }

    private String moreInfo(Alert alert) {
        return wire.absolute(Wire.NATIVE + "/errors/" + alert.cause().code());
    }

    private static Optional<String> url(Alert alert) {
        return Optional.of(alert.cause().requestUrl()).filter(url -> !url.isEmpty());
    }
}
