package org.jackfield.app.api;

import org.jackfield.engine.directory.SipAccess.Credential;
import org.jackfield.engine.directory.SipAccess.CredentialList;
import org.jackfield.engine.directory.SipAdministration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Credential lists and their users. A password is never shown. */
@RestController
final class CredentialResource {

    private static final String LISTS = Wire.ACCOUNT + "/SIP/CredentialLists";
    private static final String CREDENTIALS = LISTS + "/{ListSid}/Credentials";

    private final SipAdministration sip;

    CredentialResource(SipAdministration sip) {
        this.sip = sip;
    }

    @PostMapping(LISTS + ".json")
    @ResponseStatus(HttpStatus.CREATED)
    View createList(Ask ask) {
        return view(sip.createList(ask.account(), ask.params().required("FriendlyName")));
    }

    @GetMapping(LISTS + ".json")
    View lists(Ask ask) {
        return ask.page()
                .sdk(new PageOf.Shape<>("credential_lists", CredentialList::id, CredentialResource::view),
                        sip.lists(ask.account(), ask.page().paging()));
    }

    @GetMapping(LISTS + "/{Sid}.json")
    View list(Ask ask) {
        return view(sip.list(ask.account(), ask.path("Sid")));
    }

    @PostMapping(LISTS + "/{Sid}.json")
    View rename(Ask ask) {
        return view(sip.renameList(ask.account(), ask.path("Sid"), ask.params().required("FriendlyName")));
    }

    @DeleteMapping(LISTS + "/{Sid}.json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteList(Ask ask) {
        sip.deleteList(ask.account(), ask.path("Sid"));
    }

    @PostMapping(CREDENTIALS + ".json")
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        return view(sip.createCredential(ask.account(), ask.path("ListSid"), ask.params().required("Username"),
                ask.params().required("Password")));
    }

    @GetMapping(CREDENTIALS + ".json")
    View credentials(Ask ask) {
        return ask.page()
                .sdk(new PageOf.Shape<>("credentials", Credential::id, CredentialResource::view),
                        sip.credentials(ask.account(), ask.path("ListSid"), ask.page().paging()));
    }

    @GetMapping(CREDENTIALS + "/{Sid}.json")
    View credential(Ask ask) {
        return view(sip.credential(ask.account(), ask.path("ListSid"), ask.path("Sid")));
    }

    @PostMapping(CREDENTIALS + "/{Sid}.json")
    View changePassword(Ask ask) {
        return view(sip.changePassword(ask.account(), ask.path("ListSid"), ask.path("Sid"),
                ask.params().required("Password")));
    }

    @DeleteMapping(CREDENTIALS + "/{Sid}.json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        sip.deleteCredential(ask.account(), ask.path("ListSid"), ask.path("Sid"));
    }

    private static View view(CredentialList list) {
        String uri = Wire.uri(list.account().value(), "/SIP/CredentialLists/" + list.id());
        return new View().put("sid", list.id())
                .put("account_sid", list.account().value())
                .put("friendly_name", list.friendlyName())
                .put("date_created", Times.rfc2822(list.created()))
                .put("date_updated", Times.rfc2822(list.updated()))
                .put("subresource_uris", new View().put("credentials", uri + "/Credentials.json"))
                .put("uri", uri + ".json");
    }

    private static View view(Credential credential) {
        return new View().put("sid", credential.id())
                .put("account_sid", credential.account().value())
                .put("credential_list_sid", credential.listId())
                .put("username", credential.username())
                .put("date_created", Times.rfc2822(credential.created()))
                .put("date_updated", Times.rfc2822(credential.updated()))
                .put("uri", Wire.uri(credential.account().value(), "/SIP/CredentialLists/" + credential.listId()
                        + "/Credentials/" + credential.id() + ".json"));
    }
}
