package org.jackfield.analytics.extract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text: values lie inside it, have the form of their type, and reading it ends. */
class AnyTextTest {

    private static final int LONG = 1 << 20;
    private static final List<String> PIECES = List.of("five", "oh", "double", "hundred", "thousand", "and a half",
            "point", "dollars",
            "cents", "percent", "a m", "p m", "march", "the", "first", "twenty", "nineteen", "$", "5,215.62", "3/14",
            "8:45", "@",
            "dot", "at", "com", "my name is", "mary", "slash", "to", "(977)", "625-2661", "half", "quarter", "past",
            "m", "as in", "k",
            "years", "next", "friday", "today", "account", "number", "is", "transfer", "street", "pin", ".", ",", "?",
            "\u0000", "[noise]",
            "\u00a3", "\u4e2d\u6587", "\ud83d\ude00", "caf\u00e9", "0", "99999999999999999999", "of", "this", "month",
            "o'clock", "in",
            "evening", "plus", "-", "#");

    private static final Map<ValueType, Pattern> FORMS = Arrays.stream(ValueType.values())
            .collect(Collectors.toMap(type -> type, type -> Pattern.compile(form(type), Pattern.DOTALL)));

    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsValuesInsideTheTextAndInFormWhenWordsFallAtRandom(long seed) {
        Random random = new Random(seed);
        List<Turn> turns = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            turns.add(Turn.of(n, n % 2 == 0 ? Speaker.AGENT : Speaker.CUSTOMER, randomText(random)));
        }

        List<ExtractedValue> values = extract(turns).values();

        assertThat(values).as("seed %d", seed).hasSizeGreaterThan(400);
        assertThat(unsound(values, turns)).as("seed %d", seed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"five ", "hundred ", "double ", "a ", "m ", "and ", "$", "@", "1", "1,", "1 ", "9/",
        "at dot ", "the first ",
        "half past ", "dot com ", "[", "\u0001", "\u4e2d", "\ud83d", "mary ", "to ", "main ", "x@", "x.",
        "one hundred and "})
    void endsWhenOneTurnIsAMegabyte(String piece) {
        String text = piece.repeat(LONG / piece.length());
        List<Turn> turns = List.of(Turn.of(0, Speaker.CUSTOMER, text));

        List<ExtractedValue> values = extract(turns).values();

        assertThat(unsound(values, turns)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u0000", "?", "\u202e\u200b", "[", "]"})
    void findsNothingWhenNothingIsSaid(String text) {
        assertThat(Talk.begin().agent(text).customer(text).values()).isEmpty();
    }

    @Test
    void readsSmallTurnsAsBeforeWhenAnEnormousOneCameBetween() {
        Talk talk = Talk.begin().agent("five ".repeat(LONG)).customer("that is $20");

        assertThat(talk.values(ValueType.MONEY)).containsExactly("20.00 USD");
    }

    private Extraction extract(List<Turn> turns) {
        return extractor.extract(new Transcript("any", Optional.of(LocalDate.of(2024, 5, 15)), turns));
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int words = random.nextInt(30);
        for (int n = 0; n < words; n++) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(6) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static List<ExtractedValue> unsound(List<ExtractedValue> values, List<Turn> turns) {
        return values.stream().filter(value -> !isSound(value, turns)).toList();
    }

    private static boolean isSound(ExtractedValue value, List<Turn> turns) {
        return !value.rule().isEmpty() && requireNonNull(FORMS.get(value.type())).matcher(value.normal()).matches()
                && value.parts()
                        .stream()
                        .allMatch(part -> part.start() >= 0 && part.start() < part.end()
                                && part.end() <= turns.get(part.turn()).text().length());
    }

    private static String form(ValueType type) {
        return switch (type) {
            case MONEY -> "\\d+\\.\\d\\d [A-Z]{3}";
            case PERCENT, NUMBER -> "\\d+(\\.\\d+)?";
            case DATE -> "\\d{4}-\\d\\d(-\\d\\d)?";
            case TIME -> "\\d\\d:\\d\\d";
            case DURATION -> "PT?\\d+[A-Z]";
            case DIGITS, PHONE -> "\\d+";
            case CODE -> "[A-Z0-9]+";
            case EMAIL -> "[^@\\s]+(@[^@\\s]+)?";
            case PERSON, ORG, ADDRESS, TEXT, CATEGORY -> "\\S(.*\\S)?";
        };
    }
}
