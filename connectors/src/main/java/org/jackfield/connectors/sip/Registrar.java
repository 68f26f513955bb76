package org.jackfield.connectors.sip;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.Header;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.digest.DigestGate;
import org.jackfield.connectors.sip.digest.DigestGate.Ask;
import org.jackfield.connectors.sip.digest.DigestGate.Attempt;
import org.jackfield.connectors.sip.digest.DigestGate.Proven;
import org.jackfield.engine.presence.Registrations;
import org.jackfield.engine.presence.Registrations.Binding;
import org.jackfield.engine.tenant.SipDirectory.SipDomain;

/**
 * The registrar (RFC 3261, section 10.3): digest first, then all bindings of a request or none. Thread-safe; blocks while
 * it asks the directory.
 */
final class Registrar {

    private static final int LONGEST_CONTACT = 512;
    private static final int MOST_CONTACTS = 16;
    private static final Duration USUAL = Duration.ofHours(1);

    /** What it reads and writes, and its bounds. */
    record Store(Registrations registrations, Registrations.Limits limits, Clock clock) {}

    /** A binding that the phone asks for. */
    private record Wish(String contact, Duration expires) {}

    private final DigestGate gate;
    private final Store store;
    private final Messages messages;
    private final SourceGate sources;

    Registrar(DigestGate gate, Store store, Messages messages, SourceGate sources) {
        this.gate = gate;
        this.store = store;
        this.messages = messages;
        this.sources = sources;
    }

    void register(IncomingRequest incoming) {
        if (!(((ToHeader) incoming.request().getHeader(ToHeader.NAME)).getAddress().getURI() instanceof SipURI user)) {
            incoming.answer(Response.BAD_REQUEST);
            return;
        }
        Attempt attempt = new Attempt(user.getHost(), Request.REGISTER, incoming.source().ip());
        switch (gate.judge(attempt, Authorizations.answers(incoming.request()))) {
            case Ask ask -> incoming.answer(Response.UNAUTHORIZED,
                    Authorizations.challenges(ask.challenges(), messages));
            case Proven proven when proven.user().username().equals(user.getUser()) -> {
                sources.know(InetAddress.ofLiteral(incoming.source().ip()));
                bind(incoming, proven);
            }
            case Proven ignored -> incoming.answer(Response.FORBIDDEN);
        }
    }

    private void bind(IncomingRequest incoming, Proven proven) {
        List<ContactHeader> contacts = contacts(incoming.request());
        boolean wildcard = contacts.stream().anyMatch(ContactHeader::isWildCard);
        if (wildcard) {
            unbindAll(incoming, proven, contacts.size());
            return;
        }
        Optional<List<Wish>> wishes = wishes(incoming.request(), contacts);
        if (wishes.isEmpty()) {
            incoming.answer(Response.BAD_REQUEST);
        } else if (wishes.get().stream().anyMatch(this::isTooBrief)) {
            incoming.answer(Response.INTERVAL_TOO_BRIEF,
                    messages.header("Min-Expires", Long.toString(store.limits().least().toSeconds())));
        } else if (isTooMany(proven, wishes.get())) {
            incoming.answer(Response.FORBIDDEN);
        } else {
            apply(incoming, proven, wishes.get());
        }
    }

    private void unbindAll(IncomingRequest incoming, Proven proven, int contacts) {
        ExpiresHeader expires = incoming.request().getExpires();
        if (contacts != 1 || expires == null || expires.getExpires() != 0) {
            incoming.answer(Response.BAD_REQUEST);
            return;
        }
        store.registrations().removeAll(proven.domain().account(), addressOfRecord(proven));
        listBindings(incoming, proven);
    }

    private boolean isTooBrief(Wish wish) {
        return !wish.expires().isZero() && wish.expires().compareTo(store.limits().least()) < 0;
    }

    private boolean isTooMany(Proven proven, List<Wish> wishes) {
        Stream<String> bound = bindings(proven).stream().map(Binding::contact);
        Stream<String> wished = wishes.stream().filter(wish -> !wish.expires().isZero()).map(Wish::contact);
        return Stream.concat(bound, wished).distinct().count() > store.limits().contactsPerUser();
    }

    private void apply(IncomingRequest incoming, Proven proven, List<Wish> wishes) {
        SipDomain domain = proven.domain();
        Instant now = store.clock().instant();
        for (Wish wish : wishes) {
            if (wish.expires().isZero()) {
                store.registrations().remove(domain.account(), addressOfRecord(proven), wish.contact());
            } else if (!store.registrations()
                    .register(new Binding(domain.account(), addressOfRecord(proven),
                            wish.contact(), incoming.source().address(), incoming.source().transport(),
                            incoming.callId(),
                            incoming.cseq(), now.plus(wish.expires())))) {
                incoming.answer(Response.SERVER_INTERNAL_ERROR);
                return;
            }
        }
        listBindings(incoming, proven);
    }

    private void listBindings(IncomingRequest incoming, Proven proven) {
        Instant now = store.clock().instant();
        incoming.answer(Response.OK, bindings(proven).stream()
                .map(binding -> messages.header(ContactHeader.NAME, "<" + binding.contact() + ">;expires="
                        + Math.max(0, Duration.between(now, binding.expires()).toSeconds())))
                .toArray(Header[]::new));
    }

    private List<Binding> bindings(Proven proven) {
        return store.registrations().find(proven.domain().account(), addressOfRecord(proven));
    }

    private static String addressOfRecord(Proven proven) {
        return proven.user().username() + "@" + proven.domain().name();
    }

    private static List<ContactHeader> contacts(Request request) {
        List<ContactHeader> found = new ArrayList<>();
        ListIterator<?> all = request.getHeaders(ContactHeader.NAME);
        while (all.hasNext()) {
            if (all.next() instanceof ContactHeader contact) {
                found.add(contact);
            }
        }
        return found;
    }

    /** Every contact with its time; empty when one of them cannot be used. */
    private Optional<List<Wish>> wishes(Request request, List<ContactHeader> contacts) {
        List<Wish> wishes = new ArrayList<>();
        for (ContactHeader contact : contacts) {
            boolean usable = contact.getAddress().getURI() instanceof SipURI uri && !uri.isSecure()
                    && uri.toString().length() <= LONGEST_CONTACT
                    && uri.toString().chars().allMatch(c -> c > 32 && c < 127);
            if (!usable || wishes.size() == MOST_CONTACTS) {
                return Optional.empty();
            }
            wishes.add(new Wish(contact.getAddress().getURI().toString(), expires(request, contact)));
        }
        return Optional.of(wishes);
    }

    private Duration expires(Request request, ContactHeader contact) {
        Duration wished = USUAL;
        if (contact.getParameter("expires") != null && contact.getExpires() >= 0) {
            wished = Duration.ofSeconds(contact.getExpires());
        } else if (request.getExpires() != null) {
            wished = Duration.ofSeconds(request.getExpires().getExpires());
        }
        return wished.compareTo(store.limits().most()) > 0 ? store.limits().most() : wished;
    }
}
