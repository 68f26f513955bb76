package org.jackfield.app.api;

import org.jackfield.engine.directory.SipAccess.Domain;
import org.jackfield.engine.directory.SipAccess.Mapping;
import org.jackfield.engine.directory.SipAdministration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** SIP domains, and whose users may register there. */
@RestController
final class SipDomainResource {

    private static final String DOMAINS = Wire.ACCOUNT + "/SIP/Domains";
    private static final String MAPPINGS = DOMAINS + "/{DomainSid}/Auth/Registrations/CredentialListMappings";

    private final SipAdministration sip;

    SipDomainResource(SipAdministration sip) {
        this.sip = sip;
    }

    @PostMapping(DOMAINS + ".json")
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        return view(sip.createDomain(ask.account(), ask.params().required("DomainName"),
                ask.params().text("FriendlyName")));
    }

    @GetMapping(DOMAINS + ".json")
    View list(Ask ask) {
        return ask.page()
                .sdk(new PageOf.Shape<>("domains", Domain::id, SipDomainResource::view),
                        sip.domains(ask.account(), ask.page().paging()));
    }

    @GetMapping(DOMAINS + "/{Sid}.json")
    View read(Ask ask) {
        return view(sip.domain(ask.account(), ask.path("Sid")));
    }

    @PostMapping(DOMAINS + "/{Sid}.json")
    View update(Ask ask) {
        return view(sip.changeDomain(ask.account(), ask.path("Sid"), ask.params().text("DomainName"),
                ask.params().text("FriendlyName")));
    }

    @DeleteMapping(DOMAINS + "/{Sid}.json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        sip.deleteDomain(ask.account(), ask.path("Sid"));
    }

    @PostMapping(MAPPINGS + ".json")
    @ResponseStatus(HttpStatus.CREATED)
    View map(Ask ask) {
        return view(sip.map(ask.account(), ask.path("DomainSid"), ask.params().required("CredentialListSid")), ask);
    }

    @GetMapping(MAPPINGS + ".json")
    View mappings(Ask ask) {
        return ask.page()
                .sdk(new PageOf.Shape<>("contents", Mapping::listId, mapping -> view(mapping, ask)),
                        sip.mappings(ask.account(), ask.path("DomainSid"), ask.page().paging()));
    }

    @GetMapping(MAPPINGS + "/{Sid}.json")
    View mapping(Ask ask) {
        return view(sip.mapping(ask.account(), ask.path("DomainSid"), ask.path("Sid")), ask);
    }

    @DeleteMapping(MAPPINGS + "/{Sid}.json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmap(Ask ask) {
        sip.unmap(ask.account(), ask.path("DomainSid"), ask.path("Sid"));
    }

    private View view(Mapping mapping, Ask ask) {
        return new View().put("sid", mapping.listId())
                .put("account_sid", ask.sid())
                .put("friendly_name", sip.list(ask.account(), mapping.listId()).friendlyName())
                .put("date_created", Times.rfc2822(mapping.created()))
                .put("date_updated", Times.rfc2822(mapping.created()));
    }

    private static View view(Domain domain) {
        String uri = Wire.uri(domain.account().value(), "/SIP/Domains/" + domain.id());
        return new View().put("sid", domain.id())
                .put("account_sid", domain.account().value())
                .put("domain_name", domain.name())
                .put("friendly_name", domain.friendlyName())
                .put("sip_registration", true)
                .put("auth_type", "CREDENTIAL_LIST")
                .put("api_version", "2010-04-01")
                .put("date_created", Times.rfc2822(domain.created()))
                .put("date_updated", Times.rfc2822(domain.updated()))
                .put("subresource_uris", new View().put("credential_list_mappings",
                        uri + "/Auth/Registrations/CredentialListMappings.json"))
                .put("uri", uri + ".json");
    }
}
