package org.jackfield.connectors.sip;

import java.util.Optional;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.digest.DigestGate;
import org.jackfield.connectors.sip.digest.DigestGate.Ask;
import org.jackfield.connectors.sip.digest.DigestGate.Attempt;
import org.jackfield.connectors.sip.digest.DigestGate.Proven;
import org.jackfield.connectors.sip.sdp.MediaNegotiation;
import org.jackfield.connectors.sip.sdp.SdpException;
import org.jackfield.engine.call.InboundCall;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.presence.Registrations;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.tenant.SipDirectory.SipDomain;
import org.jackfield.engine.unit.StoreUnavailableException;

/**
 * Lets a new INVITE in: checks what it carries, asks users of our domains for proof, and offers the call to the engine.
 * Anyone may call a number; who claims to be a user of ours must prove it. Runs in the leg's mailbox and blocks while it
 * asks the directory.
 */
final class InviteDoor {

    private final SipDirectory directory;
    private final Registrations registrations;
    private final DigestGate gate;
    private final InboundCalls calls;

    InviteDoor(SipParts.Directories directories, DigestGate gate, InboundCalls calls) {
        this.directory = directories.domains();
        this.registrations = directories.registrations();
        this.gate = gate;
        this.calls = calls;
    }

    void admit(InboundLeg leg) {
        try {
            if (carriesWhatWeUnderstand(leg)) {
                identify(leg);
            }
        } catch (StoreUnavailableException e) {
            leg.turnAway(Response.SERVICE_UNAVAILABLE,
                    header(leg, "Retry-After", Integer.toString(FinalAnswers.RETRY_AFTER)));
        }
    }

    private static boolean carriesWhatWeUnderstand(InboundLeg leg) {
        Request request = leg.invite().request();
        SipOptions options = leg.context().options();
        if (!hasContact(request)) {
            leg.turnAway(Response.BAD_REQUEST);
            return false;
        }
        if (Messages.hasForeignBody(request)) {
            leg.turnAway(Response.UNSUPPORTED_MEDIA_TYPE, header(leg, "Accept", Messages.SDP));
            return false;
        }
        if (!Headers.acceptsDescriptions(request)) {
            leg.turnAway(Response.NOT_ACCEPTABLE);
            return false;
        }
        if (SessionTimer.isTooShort(request, options)) {
            leg.turnAway(SessionTimer.TOO_SMALL,
                    header(leg, SessionTimer.MIN_SE, Long.toString(options.leastSession().toSeconds())));
            return false;
        }
        return hasUsableOffer(leg);
    }

    /** Without one there is nowhere to send a BYE to (RFC 3261, section 8.1.1.8). */
    private static boolean hasContact(Request request) {
        return request.getHeader(ContactHeader.NAME) instanceof ContactHeader contact && !contact.isWildCard()
                && contact.getAddress().getURI() instanceof SipURI;
    }

    private static boolean hasUsableOffer(InboundLeg leg) {
        Optional<String> offer = leg.invite().body();
        if (offer.isPresent()) {
            try {
                MediaNegotiation.check(offer.get());
            } catch (SdpException e) {
                leg.turnAway(e.status(), header(leg, "Warning", "399 jackfield \"" + e.getMessage() + "\""));
                return false;
            }
        }
        return true;
    }

    private void identify(InboundLeg leg) {
        Request request = leg.invite().request();
        URI from = ((FromHeader) request.getHeader(FromHeader.NAME)).getAddress().getURI();
        boolean ours = leg.context().onNet().claim(leg.invite().callId());
        if (ours || !claimsToBeAUser(leg, from)) {
            offer(leg, from, Optional.empty());
            return;
        }
        String host = ((SipURI) from).getHost();
        Attempt attempt = new Attempt(host, Request.INVITE, leg.invite().source().ip());
        switch (gate.judge(attempt, Authorizations.answers(request))) {
            case Ask ask -> leg.turnAway(Response.UNAUTHORIZED,
                    Authorizations.challenges(ask.challenges(), leg.context().messages()));
            case Proven proven -> proven(leg, from, proven);
        }
    }

    private void proven(InboundLeg leg, URI from, Proven proven) {
        if (proven.user().username().equals(((SipURI) from).getUser())) {
            offer(leg, from, Optional.of(proven.user().username() + "@" + proven.domain().name()));
        } else {
            leg.turnAway(Response.FORBIDDEN);
        }
    }

    /**
     * Every From in a domain of ours does. At an IP address, which any phone may name as its own, only a user does whose phone is
     * registered from where the INVITE comes from: a stranger gets the same answer for every name, and cannot learn which exist.
     */
    private boolean claimsToBeAUser(InboundLeg leg, URI from) {
        if (!(from instanceof SipURI sip) || sip.getHost() == null) {
            return false;
        }
        Optional<SipDomain> domain = directory.findDomain(sip.getHost());
        boolean literal = sip.getHost().matches("[0-9.]+|\\[.*");
        return domain.isPresent() && (!literal || isRegisteredThere(leg, domain.get(), sip.getUser()));
    }

    private boolean isRegisteredThere(InboundLeg leg, SipDomain domain, String user) {
        String there = leg.invite().source().ip() + ":";
        return registrations.find(domain.account(), user + "@" + domain.name())
                .stream()
                .anyMatch(binding -> binding.received().startsWith(there));
    }

    private void offer(InboundLeg leg, URI from, Optional<String> caller) {
        URI to = leg.invite().request().getRequestURI();
        Optional<AccountId> account = to instanceof SipURI sip
                ? directory.findDomain(sip.getHost()).map(SipDomain::account)
                : Optional.empty();
        calls.offer(new InboundCall(leg.id(), PhoneNumbers.name(from), PhoneNumbers.name(to), account, caller,
                leg.invite().source().transport() + ":" + leg.invite().source().address(),
                Optional.of(DialogText.write(SipDialog.ofInvite(leg.context().messages(), leg.invite())))));
    }

    private static Header header(InboundLeg leg, String name, String value) {
        return leg.context().messages().header(name, value);
    }
}
