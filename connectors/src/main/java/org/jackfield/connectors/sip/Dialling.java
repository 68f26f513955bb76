package org.jackfield.connectors.sip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.engine.call.CallControl.Dial;
import org.jackfield.engine.call.EndCause;

import org.jackfield.engine.presence.Registrations.Binding;

import org.jackfield.engine.tenant.SipDirectory.SipDomain;

/**
 * Finds where a dialled address leads: a number of the platform to ourselves, a user of our domains to his contacts, any
 * other address to its host. Blocks while it asks the directories.
 */
final class Dialling {

    private static final Pattern URI = Pattern.compile(
            "sip:(?:([A-Za-z0-9_.!~*'()&=+$,;?/%-]{1,128})@)?([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])"
                    + "(?::([0-9]{1,5}))?(?:;transport=([A-Za-z]{3}))?");

    /** One contact to ring: the request URI, To and From as URIs, and a transport address when it is not the URI's. */
    record Target(String uri, String to, String from, String transport, Optional<NextHop> pinned, boolean onNet) {}

    /** Every contact to ring, or why there is none. */
    record Route(List<Target> targets, EndCause otherwise) {
        Route {
            targets = List.copyOf(targets);
        }
    }

    /** A {@code sip:} address in its parts; the port is -1 when none is named. */
    record SipAddress(String user, String host, int port, String transport) {
        static Optional<SipAddress> parse(String text) {
            Matcher form = URI.matcher(text);
            if (!form.matches()) {
                return Optional.empty();
            }
            String transport = form.group(4) == null ? "udp" : form.group(4).toLowerCase(Locale.ROOT);
            int port = form.group(3) == null ? -1 : Integer.parseInt(form.group(3));
            return Optional.of(new SipAddress(form.group(1) == null ? "" : form.group(1), form.group(2), port,
                    transport));
        }
    }

    private final SipParts.Directories directories;
    private final SipEndpoint endpoint;
    private final Messages messages;

    Dialling(SipParts.Directories directories, SipEndpoint endpoint, Messages messages) {
        this.directories = directories;
        this.endpoint = endpoint;
        this.messages = messages;
    }

    Route route(Dial dial) {
        if (PhoneNumbers.isNumber(dial.to())) {
            return number(dial, dial.to());
        }
        Optional<SipAddress> address = SipAddress.parse(dial.to());
        if (address.isEmpty()) {
            return new Route(List.of(), EndCause.NOT_FOUND);
        }
        SipAddress to = address.get();
        return isOurs(to)
                ? directories.domains()
                        .findDomain(to.host())
                        .map(domain -> user(dial, to, domain))
                        .orElseGet(
                                () -> new Route(List.of(), EndCause.NOT_FOUND))
                : direct(dial, to);
    }

    /** An IP address means the default domain, but only where we listen: other ports there are other hosts. */
    private boolean isOurs(SipAddress to) {
        boolean here = to.host().equals(endpoint.address()) && (to.port() == -1 || to.port() == endpoint.port());
        boolean literal = to.host().matches("[0-9.]+|\\[.*");
        return here || (!literal && directories.domains().findDomain(to.host()).isPresent());
    }

    private Route number(Dial dial, String number) {
        if (directories.numbers().find(number).isEmpty()) {
            return new Route(List.of(), EndCause.NOT_FOUND);
        }
        String transport = endpoint.listensOn("udp") ? "udp" : "tcp";
        String uri = "sip:" + number + "@" + messages.hostPort();
        return new Route(List.of(new Target(uri + ";transport=" + transport, uri, from(dial), transport,
                Optional.empty(), true)), EndCause.NOT_FOUND);
    }

    private Route user(Dial dial, SipAddress to, SipDomain domain) {
        if (PhoneNumbers.isNumber(to.user())) {
            return number(dial, to.user());
        }
        if (!domain.account().equals(dial.account())) {
            return new Route(List.of(), EndCause.NOT_FOUND);
        }
        String addressOfRecord = to.user() + "@" + domain.name();
        List<Target> contacts = directories.registrations()
                .find(domain.account(), addressOfRecord)
                .stream()
                .filter(binding -> endpoint.listensOn(binding.transport()))
                .map(binding -> contact(dial, binding))
                .toList();
        return new Route(contacts, EndCause.UNREACHABLE);
    }

    private Target contact(Dial dial, Binding binding) {
        return new Target(binding.contact(), "sip:" + binding.addressOfRecord(), from(dial), binding.transport(),
                Optional.of(NextHop.of(binding.received(), binding.transport())), false);
    }

    private Route direct(Dial dial, SipAddress to) {
        boolean reachable = endpoint.listensOn(to.transport()) && to.port() != 0 && to.port() <= 65_535;
        List<Target> target = List.of(new Target(dial.to(), dial.to(), from(dial), to.transport(), Optional.empty(),
                false));
        return new Route(reachable ? target : List.of(), EndCause.UNREACHABLE);
    }

    private String from(Dial dial) {
        if (PhoneNumbers.isNumber(dial.from())) {
            return "sip:" + dial.from() + "@" + messages.hostPort();
        }
        return SipAddress.parse(dial.from()).isPresent() ? dial.from() : "sip:anonymous@anonymous.invalid";
    }
}
