package org.jackfield.app.api;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.CallStatus;
import org.jackfield.engine.call.Calls;
import org.jackfield.engine.call.run.OutboundCalls;
import org.jackfield.engine.call.run.OutboundCalls.NewCall;
import org.jackfield.engine.directory.FlowCatalog;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calls: make one, look at them, hang one up. */
@RestController
final class CallResource {

    private static final String CALLS = Wire.ACCOUNT + "/Calls";
    private static final int USUAL_RING_SECONDS = 60;
    private static final int LONGEST_RING_SECONDS = 600;

    private final Calls calls;
    private final OutboundCalls outbound;
    private final FlowCatalog flows;
    private final UnitOfWork unit;

    CallResource(Calls calls, OutboundCalls outbound, FlowCatalog flows, UnitOfWork unit) {
        this.calls = calls;
        this.outbound = outbound;
        this.flows = flows;
        this.unit = unit;
    }

    @PostMapping(CALLS + ".json")
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        Params params = ask.params();
        FlowAddress flow = flow(ask, params.required("Url"));
        Duration ringTime = Duration.ofSeconds(
                params.number("Timeout", 1, LONGEST_RING_SECONDS).orElse(USUAL_RING_SECONDS));
        return view(outbound.create(
                new NewCall(ask.account(), params.required("From"), params.required("To"), flow, ringTime)));
    }

    @GetMapping(CALLS + ".json")
    View list(Ask ask) {
        Params params = ask.params();
        Calls.Filter filter = new Calls.Filter(params.text("Status").map(CallResource::status), params.text("From"),
                params.text("To"), params.text("ParentCallSid"), Times.span(params, "StartTime"),
                Times.span(params, "EndTime"));
        return ask.page()
                .sdk(new PageOf.Shape<>("calls", Call::id, CallResource::view),
                        unit.read(() -> calls.list(ask.account(), filter, ask.page().paging())));
    }

    @GetMapping(CALLS + "/{Sid}.json")
    View read(Ask ask) {
        return view(find(ask));
    }

    @DeleteMapping(CALLS + "/{Sid}.json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        Call call = find(ask);
        if (!unit.run(() -> calls.delete(ask.account(), call.id()))) {
            throw new DomainException(ErrorCode.ILLEGAL_STATE, "the call is not over");
        }
    }

    @PostMapping(CALLS + "/{Sid}.json")
    View update(Ask ask) {
        Call call = find(ask);
        Optional<String> status = ask.params().text("Status");
        Optional<String> url = ask.params().text("Url");
        if (status.isPresent() == url.isPresent()) {
            throw Params.invalid("Status", "or Url is required, one of them");
        }
        status.ifPresent(wanted -> end(ask, call, wanted));
        url.ifPresent(address -> outbound.redirect(ask.account(), call.id(), flow(ask, address)));
        return view(find(ask));
    }

    private void end(Ask ask, Call call, String status) {
        switch (status) {
            case "completed" -> outbound.hangUp(ask.account(), call.id());
            case "canceled" -> cancel(ask, call);
            default -> throw Params.invalid("Status", "'" + status + "' is neither completed nor canceled");
        }
    }

    /** Takes back a call that was not answered; one that was goes on. */
    private void cancel(Ask ask, Call call) {
        if (!call.isAnswered()) {
            outbound.hangUp(ask.account(), call.id());
        }
    }

    private Call find(Ask ask) {
        String id = ask.path("Sid");
        return unit.read(() -> calls.find(ask.account(), id))
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no call " + id));
    }

    private FlowAddress flow(Ask ask, String url) {
        if (!FlowAddress.isFlow(url)) {
            throw Params.invalid("Url", "is not flow:KEY or flow:KEY@VERSION; other addresses do not work yet");
        }
        FlowAddress flow = FlowAddress.parse(url);
        if (!flows.exists(ask.account(), flow)) {
            throw new DomainException(ErrorCode.FLOW_NOT_FOUND, "no flow " + flow + " is deployed");
        }
        return flow;
    }

    private static CallStatus status(String text) {
        try {
            return CallStatus.of(text);
        } catch (IllegalArgumentException unknown) {
            throw Params.invalid("Status", "'" + text + "' is not the status of a call");
        }
    }

    private static View view(Call call) {
        String account = call.account().value();
        String uri = Wire.uri(account, "/Calls/" + call.id());
        Call.Parties parties = call.parties();
        Optional<String> seconds = call.talked().map(talked -> String.valueOf(talked.toSeconds()));
        String created = Times.rfc2822(call.times().created());
        return new View().put("sid", call.id())
                .put("account_sid", account)
                .put("parent_call_sid", parties.parent())
                .put("to", parties.to())
                .put("to_formatted", parties.to())
                .put("from", parties.from())
                .put("from_formatted", parties.from())
                .put("phone_number_sid", null)
                .put("status", call.status().text().toLowerCase(Locale.ROOT))
                .put("start_time", call.times().answered().map(Times::rfc2822))
                .put("end_time", call.times().ended().map(Times::rfc2822))
                .put("duration", seconds)
                .put("price", null)
                .put("price_unit", "USD")
                .put("direction", parties.direction().text())
                .put("answered_by", null)
                .put("forwarded_from", null)
                .put("caller_name", null)
                .put("group_sid", null)
                .put("queue_time", "0")
                .put("api_version", "2010-04-01")
                .put("trunk_sid", null)
                .put("date_created", created)
                .put("date_updated", call.times().ended().map(Times::rfc2822).orElse(created))
                .put("subresource_uris", new View().put("recordings", uri + "/Recordings.json"))
                .put("uri", uri + ".json");
    }
}
