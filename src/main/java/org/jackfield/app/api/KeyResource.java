package org.jackfield.app.api;

import org.jackfield.engine.directory.ApiKey;
import org.jackfield.engine.directory.ApiKeys;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys that sign in for the account. A secret is shown once, when its key is made. */
@RestController
final class KeyResource {

    private static final String KEYS = Wire.ACCOUNT + "/Keys";

    private final ApiKeys keys;

    KeyResource(ApiKeys keys) {
        this.keys = keys;
    }

    @PostMapping(KEYS + ".json")
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        ApiKeys.NewKey made = keys.create(ask.account(), ask.params().text("FriendlyName"));
        return view(made.key()).put("secret", made.secret());
    }

    @GetMapping(KEYS + ".json")
    View list(Ask ask) {
        return ask.page()
                .sdk(new PageOf.Shape<>("keys", ApiKey::id, KeyResource::view),
                        keys.list(ask.account(), ask.page().paging()));
    }

    @GetMapping(KEYS + "/{Sid}.json")
    View read(Ask ask) {
        return view(keys.find(ask.account(), ask.path("Sid")));
    }

    @PostMapping(KEYS + "/{Sid}.json")
    View rename(Ask ask) {
        return view(keys.rename(ask.account(), ask.path("Sid"), ask.params().text("FriendlyName")));
    }

    @DeleteMapping(KEYS + "/{Sid}.json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        keys.delete(ask.account(), ask.path("Sid"));
    }

    private static View view(ApiKey key) {
        return new View().put("sid", key.id())
                .put("friendly_name", key.friendlyName())
                .put("date_created", Times.rfc2822(key.created()))
                .put("date_updated", Times.rfc2822(key.updated()));
    }
}
