package org.jackfield.app.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.presence.Contact;
import org.jackfield.engine.presence.ContactAddresses;
import org.jackfield.engine.presence.Occupation;
import org.jackfield.engine.presence.Occupations;
import org.jackfield.engine.presence.Presence;
import org.jackfield.engine.presence.PresenceStatus;
import org.jackfield.engine.presence.Presences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who can be reached, where, and what he does at work. The same answer at every node. */
@RestController
final class PresenceResource {

    private static final Logger LOG = LoggerFactory.getLogger(PresenceResource.class);
    private static final String ALL = Wire.NATIVE + "/presence";
    private static final int USUAL_SIZE = 50;

    private final Presences presences;
    private final Occupations occupations;
    private final ContactAddresses addresses;

    PresenceResource(Presences presences, Occupations occupations, ContactAddresses addresses) {
        this.presences = presences;
        this.occupations = occupations;
        this.addresses = addresses;
    }

    /** A filter leaves entries of the page out, so a page may be short; {@code next} says whether the list goes on. */
    @GetMapping(ALL)
    View list(Ask ask) {
        int size = ask.params().number("size", 1, Paging.MOST).orElse(USUAL_SIZE);
        Optional<Contact.Kind> kind = ask.params().text("kind").map(PresenceResource::kind);
        Optional<PresenceStatus> status = ask.params().text("status").map(RegistrationResource::status);
        List<Presence> page = presences.list(ask.account(), new Paging(ask.params().text("after").orElse(""), size));
        return new View()
                .put("presence", page.stream()
                        .filter(presence -> !presence.contacts().isEmpty())
                        .filter(presence -> kind.isEmpty() || presence.has(kind.get()))
                        .filter(presence -> status.isEmpty() || presence.status() == status.get())
                        .map(PresenceResource::view)
                        .toList())
                .put("next", page.size() == size ? Optional.of(page.getLast().identity()) : Optional.empty());
    }

    @GetMapping(ALL + "/{identity}")
    View read(Ask ask) {
        String asked = ask.path("identity");
        String identity = addresses.asked(ask.account(), asked).orElseThrow(() -> missing(asked));
        Presence presence = presences.of(ask.account(), identity);
        List<Occupation> work = occupations.of(ask.account(), identity);
        if (presence.contacts().isEmpty() && work.isEmpty()) {
            throw missing(asked);
        }
        LOG.debug("presence of {} read: {}", identity, presence.status());
        return view(presence).put("work", work.stream().map(PresenceResource::view).toList());
    }

    private static DomainException missing(String identity) {
        return new DomainException(ErrorCode.NOT_FOUND, "nobody is known as " + identity);
    }

    private static Contact.Kind kind(String word) {
        return Arrays.stream(Contact.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Params.invalid("kind", "is not sip or client"));
    }

    private static View view(Presence presence) {
        return new View().put("identity", presence.identity())
                .put("status", presence.status().word())
                .put("reachable", presence.reachable())
                .put("contacts", presence.contacts().stream().map(PresenceResource::view).toList());
    }

    private static View view(Contact contact) {
        return new View().put("kind", contact.kind().word())
                .put("registration", contact.registration())
                .put("address", contact.address())
                .put("status", contact.status().word())
                .put("reachable", contact.reachable())
                .put("node", contact.node())
                .put("expires", contact.expires().toString());
    }

    private static View view(Occupation work) {
        return new View().put("workspace", work.workspaceId())
                .put("worker", work.workerId())
                .put("name", work.name())
                .put("activity", work.activity())
                .put("available", work.available())
                .put("since", work.since().toString())
                .put("media", work.media()
                        .stream()
                        .map(share -> new View().put("medium", share.medium())
                                .put("capacity", share.capacity())
                                .put("open", share.open())
                                .put("takes", share.takes()))
                        .toList());
    }
}
