package org.jackfield.app.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The account itself. Its token is never shown: only its hash is kept. */
@RestController
final class AccountResource {

    private static final int LONGEST_NAME = 64;

    private final AccountStore accounts;
    private final UnitOfWork unit;
    private final InstantSource clock;

    AccountResource(AccountStore accounts, UnitOfWork unit, InstantSource clock) {
        this.accounts = accounts;
        this.unit = unit;
        this.clock = clock;
    }

    @GetMapping(Wire.CALLS + "/Accounts.json")
    View list(Ask ask) {
        return ask.page()
                .sdk(new PageOf.Shape<>("accounts", account -> account.id().value(), AccountResource::view),
                        List.of(ask.caller()));
    }

    @GetMapping(Wire.ACCOUNT + ".json")
    View read(Ask ask) {
        return view(ask.caller());
    }

    @PostMapping(Wire.ACCOUNT + ".json")
    View update(Ask ask) {
        Optional<String> name = ask.params().text("FriendlyName");
        name.filter(text -> text.isBlank() || text.length() > LONGEST_NAME).ifPresent(text -> {
            throw Params.invalid("FriendlyName", "needs 1 to " + LONGEST_NAME + " characters");
        });
        Account changed = name.map(text -> ask.caller().withFriendlyName(text, clock.instant())).orElse(ask.caller());
        unit.run(() -> accounts.update(changed));
        return view(changed);
    }

    private static View view(Account account) {
        String sid = account.id().value();
        View links = new View();
        List.of("AvailablePhoneNumbers", "Calls", "IncomingPhoneNumbers", "Recordings")
                .forEach(name -> links.put(name.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT),
                        Wire.uri(sid, "/" + name + ".json")));
        return new View().put("sid", sid)
                .put("friendly_name", account.friendlyName())
                .put("status", account.status().name().toLowerCase(Locale.ROOT))
                .put("type", "Full")
                .put("owner_account_sid", sid)
                .put("date_created", Times.rfc2822(account.created()))
                .put("date_updated", Times.rfc2822(account.updated()))
                .put("subresource_uris", links)
                .put("uri", "/2010-04-01/Accounts/" + sid + ".json");
    }
}
