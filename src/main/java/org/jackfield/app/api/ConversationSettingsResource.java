package org.jackfield.app.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.conversation.KeepingRules;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.app.conversation.ConversationDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long an account keeps conversations, and what is taken out of them besides card numbers and the like. */
@RestController
final class ConversationSettingsResource {

    private static final String SETTINGS = Wire.NATIVE + "/conversation-settings";
    private static final int MOST_DAYS = 36_500;

    private final ConversationDesk desk;

    ConversationSettingsResource(ConversationDesk desk) {
        this.desk = desk;
    }

    @GetMapping(SETTINGS)
    View read(Ask ask) {
        return view(desk.settings(ask.account()));
    }

    @PostMapping(SETTINGS)
    View change(Ask ask) {
        KeepingRules.Rules old = desk.settings(ask.account());
        Optional<Integer> days = ask.params().number("retention_days", 0, MOST_DAYS);
        KeepingRules.Rules next = new KeepingRules.Rules(
                days.map(number -> number == 0 ? Optional.<Duration>empty() : Optional.of(Duration.ofDays(number)))
                        .orElse(old.keep()),
                ask.params().text("redact").map(ConversationSettingsResource::types).orElse(old.redact()));
        desk.change(ask.account(), next);
        return view(next);
    }

    private static Set<ValueType> types(String words) {
        Set<ValueType> types = EnumSet.noneOf(ValueType.class);
        for (String word : words.split("[, ]+", -1)) {
            if (!word.isEmpty()) {
                types.add(type(word));
            }
        }
        return types;
    }

    private static ValueType type(String word) {
        return Arrays.stream(ValueType.values())
                .filter(type -> type.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Params.invalid("redact", "names a type of value that there is not; there are "
                        + Arrays.stream(ValueType.values()).map(ValueType::word).toList()));
    }

    private static View view(KeepingRules.Rules rules) {
        List<String> types = rules.redact().stream().map(ValueType::word).sorted().toList();
        return new View().put("retention_days", rules.keep().map(Duration::toDays)).put("redact", types);
    }
}
