package org.jackfield.app.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.directory.Accounts;
import org.jackfield.engine.directory.Accounts.NewAccount;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The account and its sub-accounts. A token is shown once, when its account is made: only its hash is kept. */
@RestController
final class AccountResource {

    private static final List<String> PARTS = List.of("Applications", "AvailablePhoneNumbers", "Calls",
            "IncomingPhoneNumbers", "Keys", "Notifications", "Recordings");

    private final Accounts accounts;

    AccountResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping(Wire.CALLS + "/Accounts.json")
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        NewAccount made = accounts.create(ask.caller(), ask.params().text("FriendlyName"));
        return view(made.account()).put("auth_token", made.token());
    }

    @GetMapping(Wire.CALLS + "/Accounts.json")
    View list(Ask ask) {
        AccountStore.Filter filter = new AccountStore.Filter(ask.params().text("FriendlyName"), status(ask));
        return ask.page()
                .sdk(new PageOf.Shape<>("accounts", account -> account.id().value(), AccountResource::view),
                        accounts.list(ask.caller(), filter, ask.page().paging()));
    }

    @GetMapping(Wire.ACCOUNT + ".json")
    View read(Ask ask) {
        return view(ask.acting());
    }

    @PostMapping(Wire.ACCOUNT + ".json")
    View update(Ask ask) {
        return view(accounts.change(ask.caller(), ask.acting(),
                new Accounts.Change(ask.params().text("FriendlyName"), status(ask))));
    }

    private static Optional<Account.Status> status(Ask ask) {
        return ask.params()
                .text("Status")
                .map(text -> Arrays.stream(Account.Status.values())
                        .filter(status -> word(status).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Params.invalid("Status", "is not active, suspended or closed")));
    }

    private static String word(Account.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static View view(Account account) {
        String sid = account.id().value();
        View links = new View();
        PARTS.forEach(name -> links.put(Wire.snake(name), Wire.uri(sid, "/" + name + ".json")));
        return new View().put("sid", sid)
                .put("friendly_name", account.friendlyName())
                .put("status", word(account.status()))
                .put("type", "Full")
                .put("auth_token", null)
                .put("owner_account_sid", account.owner().orElse(account.id()).value())
                .put("date_created", Times.rfc2822(account.created()))
                .put("date_updated", Times.rfc2822(account.updated()))
                .put("subresource_uris", links)
                .put("uri", "/2010-04-01/Accounts/" + sid + ".json");
    }
}
