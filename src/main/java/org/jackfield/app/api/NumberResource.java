package org.jackfield.app.api;

import java.util.Optional;
import org.jackfield.engine.directory.IncomingNumber;
import org.jackfield.engine.directory.IncomingNumbers;
import org.jackfield.engine.directory.IncomingNumbers.Search;
import org.jackfield.engine.directory.IncomingNumbers.Settings;
import org.jackfield.engine.directory.IncomingNumbers.Wanted;
import org.jackfield.engine.directory.NumberStore;
import org.jackfield.engine.tenant.FlowAddress;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Numbers: which are free, which the account owns, what they run. */
@RestController
final class NumberResource {

    private static final String NUMBERS = Wire.ACCOUNT + "/IncomingPhoneNumbers";
    private static final String AVAILABLE = Wire.ACCOUNT + "/AvailablePhoneNumbers";
    private static final PageOf.Shape<IncomingNumber> SHAPE = new PageOf.Shape<>("incoming_phone_numbers",
            IncomingNumber::id, NumberResource::view);

    private final IncomingNumbers numbers;

    NumberResource(IncomingNumbers numbers) {
        this.numbers = numbers;
    }

    @GetMapping(AVAILABLE + "/US/Local.json")
    View available(Ask ask) {
        Search search = new Search(ask.params().text("AreaCode"), ask.params().text("Contains"), ask.page().size());
        return new View()
                .put("available_phone_numbers", numbers.available(search).stream().map(NumberResource::offer).toList())
                .put("uri", Wire.bare(ask.request().getRequestURI()));
    }

    @PostMapping(NUMBERS + ".json")
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        Wanted wanted = new Wanted(ask.params().text("PhoneNumber"), ask.params().text("AreaCode"));
        if (wanted.number().isPresent() == wanted.areaCode().isPresent()) {
            throw Params.invalid("PhoneNumber", "or AreaCode is required, one of them");
        }
        return view(numbers.assign(ask.account(), wanted, settings(ask)));
    }

    @GetMapping(NUMBERS + ".json")
    View list(Ask ask) {
        NumberStore.Filter filter = new NumberStore.Filter(ask.params().text("PhoneNumber"),
                ask.params().text("FriendlyName"));
        return ask.page().sdk(SHAPE, numbers.list(ask.account(), filter, ask.page().paging()));
    }

    @GetMapping(NUMBERS + "/{Sid}.json")
    View read(Ask ask) {
        return view(numbers.find(ask.account(), ask.path("Sid")));
    }

    @PostMapping(NUMBERS + "/{Sid}.json")
    View update(Ask ask) {
        return view(numbers.change(ask.account(), ask.path("Sid"), settings(ask)));
    }

    @DeleteMapping(NUMBERS + "/{Sid}.json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        numbers.release(ask.account(), ask.path("Sid"));
    }

    private static Settings settings(Ask ask) {
        return new Settings(ask.params().text("FriendlyName"), ask.params().text("VoiceUrl"));
    }

    private static View offer(String number) {
        return new View().put("phone_number", number)
                .put("friendly_name", number)
                .put("iso_country", "US")
                .put("region", null)
                .put("locality", null)
                .put("postal_code", null)
                .put("rate_center", null)
                .put("lata", null)
                .put("latitude", null)
                .put("longitude", null)
                .put("capabilities", capabilities())
                .put("beta", false)
                .put("address_requirements", "none");
    }

    private static View capabilities() {
        return new View().put("voice", true).put("sms", false).put("mms", false).put("fax", false);
    }

    private static View view(IncomingNumber number) {
        String account = number.account().value();
        Optional<String> voice = number.voice().map(FlowAddress::toString);
        return new View().put("sid", number.id())
                .put("account_sid", account)
                .put("phone_number", number.number())
                .put("friendly_name", number.friendlyName())
                .put("voice_url", voice.orElse(""))
                .put("voice_method", "POST")
                .put("voice_fallback_url", "")
                .put("voice_application_sid", null)
                .put("sms_url", "")
                .put("status_callback", "")
                .put("origin", "jackfield")
                .put("beta", false)
                .put("status", "in-use")
                .put("capabilities", capabilities())
                .put("date_created", Times.rfc2822(number.created()))
                .put("date_updated", Times.rfc2822(number.updated()))
                .put("api_version", "2010-04-01")
                .put("uri", Wire.uri(account, "/IncomingPhoneNumbers/" + number.id() + ".json"));
    }
}
