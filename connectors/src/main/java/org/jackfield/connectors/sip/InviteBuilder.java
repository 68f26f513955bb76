package org.jackfield.connectors.sip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.Messages.Line;
import org.jackfield.connectors.sip.Messages.Parties;
import org.jackfield.engine.call.CallControl.Dial;

/**
 * Makes the INVITE to one contact, and the next one when the peer asks for credentials (RFC 3261, section 22.2) or for a
 * longer session (RFC 4028, section 7.3); each is asked for once.
 */
final class InviteBuilder {

    private static final Pattern HEADER_NAME = Pattern.compile("[Xx]-[A-Za-z0-9-]{1,60}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{0,256}");

    private final LegContext context;
    private final Dial dial;
    private final Dialling.Target target;
    private final String offer;
    private final Parties parties;
    private long sequence;
    private long seconds;
    private boolean provedOnce;

    InviteBuilder(LegContext context, Dial dial, Dialling.Target target, String offer) {
        this.context = context;
        this.dial = dial;
        this.target = target;
        this.offer = offer;
        this.seconds = context.options().sessionExpires().toSeconds();
        Messages messages = context.messages();
        String callId = messages.newCallId();
        this.parties = new Parties(callId, messages.address("<" + target.from() + ">"), context.ownTags().next(callId),
                messages.address("<" + target.to() + ">"), "");
    }

    String callId() {
        return parties.callId();
    }

    String localTag() {
        return parties.localTag();
    }

    Optional<NextHop> pinned() {
        return target.pinned();
    }

    Request first() {
        if (target.onNet()) {
            context.onNet().expect(callId());
        }
        return build();
    }

    void forget() {
        context.onNet().forget(callId());
    }

    /** The INVITE to send instead after that final answer; empty when there is nothing to change. */
    Optional<Request> again(Response response) {
        return switch (response.getStatusCode()) {
            case Response.UNAUTHORIZED, Response.PROXY_AUTHENTICATION_REQUIRED -> proved(response);
            case SessionTimer.TOO_SMALL -> longer(SessionTimer.leastOf(response));
            default -> Optional.empty();
        };
    }

    private Optional<Request> longer(long least) {
        if (least <= seconds || least > 86_400) {
            return Optional.empty();
        }
        seconds = least;
        return Optional.of(build());
    }

    private Optional<Request> proved(Response response) {
        if (provedOnce || dial.credentials().isEmpty()) {
            return Optional.empty();
        }
        provedOnce = true;
        return Authorizations
                .answer(response, Request.INVITE, target.uri(), dial.credentials().get(), context.digests())
                .map(header -> {
                    Request request = build();
                    request.addHeader(context.messages().header(header.name(), header.value()));
                    return request;
                });
    }

    private Request build() {
        Messages messages = context.messages();
        Line line = new Line(Request.INVITE, messages.uri(target.uri()), target.transport(), ++sequence);
        Request request = messages.request(line, parties, List.of());
        target.pinned().ifPresent(hop -> PinnedRoutes.pin(request, hop));
        request.addHeader(messages.contact(target.transport()));
        request.addHeader(messages.allow());
        request.addHeader(messages.header("Supported", SessionTimer.TIMER));
        request.addHeader(messages.header(SessionTimer.SESSION_EXPIRES, Long.toString(seconds)));
        request.addHeader(messages.header(SessionTimer.MIN_SE,
                Long.toString(Math.max(context.options().leastSession().toSeconds(), 90))));
        dial.headers()
                .entrySet()
                .stream()
                .filter(InviteBuilder::isHarmless)
                .forEach(
                        entry -> request.addHeader(messages.header(entry.getKey(), entry.getValue())));
        messages.body(request, offer);
        return request;
    }

    /** A caller of the API may add headers of his own, but change none of SIP's and start no new line. */
    private static boolean isHarmless(Map.Entry<String, String> header) {
        return HEADER_NAME.matcher(header.getKey()).matches() && HEADER_VALUE.matcher(header.getValue()).matches();
    }
}
