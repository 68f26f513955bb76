package org.jackfield.analytics.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jackfield.analytics.extract.NumberReader;
import org.jackfield.analytics.extract.SaidNumber;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards told in every way at random: of no number more than two digits in a row are left. */
class ToldCardsTest {

    private static final List<String> STARTS = List.of("4", "51", "55", "2221", "6011", "34", "37");
    private static final String[] DIGITS = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight",
        "nine"};
    private static final String[] TENS = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
        "ninety"};
    private static final List<String> FILLERS = List.of("uh", "um", "like", "er");
    private static final List<String> HUMS = List.of("mhm", "okay", "uh huh", "yes", "go ahead", "got it", "alright");
    private static final List<String> QUESTIONS = List.of("can i get the card number", "what is the number on the card",
            "read me the sixteen digits please", "which credit card is it, the card number please");

    private final NumberReader reader = new NumberReader();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void leavesNothingOfACardWhenItWasAskedFor(int seed) {
        for (int round = 0; round < 1000; round++) {
            SplittableRandom random = new SplittableRandom(seed * 10_000L + round);
            check(new Telling(random, true).talk(), "seed " + seed + " round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7})
    void leavesNothingOfACardWhenNobodyAsked(int seed) {
        for (int round = 0; round < 1000; round++) {
            SplittableRandom random = new SplittableRandom(seed * 10_000L + round);
            check(new Telling(random, false).talk(), "seed " + seed + " round " + round);
        }
    }

    private void check(Transcript told, String where) {
        Redacted redacted = Talk.redact(told);

        List<String> left = new ArrayList<>();
        for (Turn turn : redacted.transcript().turns()) {
            String digits = reader.read(turn.text()).stream().map(SaidNumber::digits).collect(Collectors.joining());
            if (digits.length() > 2) {
                left.add(turn.text());
            }
        }
        assertThat(left).as("%s: %s", where, told.turns().stream().map(Turn::text).toList()).isEmpty();
    }

    /** One way of telling a card. */
    private static final class Telling {

        private final SplittableRandom random;
        private final List<Turn> turns = new ArrayList<>();
        private final boolean asked;

        Telling(SplittableRandom random, boolean asked) {
            this.random = random;
            this.asked = asked;
        }

        Transcript talk() {
            say(Speaker.AGENT, asked ? any(QUESTIONS) : "thanks for calling, how can i help");
            String card = card();
            int at = 0;
            while (at < card.length()) {
                int end = Math.min(card.length(), at + random.nextInt(2, 17));
                end = end == card.length() - 1 ? card.length() : end;
                String group = card.substring(at, end);
                say(Speaker.CUSTOMER, (random.nextInt(4) == 0 ? "okay " : "") + told(group));
                if (end < card.length() && random.nextInt(3) > 0) {
                    say(Speaker.AGENT, random.nextInt(4) == 0 && group.length() > 1 ? told(group) : any(HUMS));
                }
                at = end;
            }
            say(Speaker.AGENT, "perfect, give me a moment while the system takes that");
            return new Transcript("told", Optional.empty(), turns);
        }

        private String told(String group) {
            if (random.nextInt(3) == 0) {
                return random.nextBoolean() ? group : group.replaceAll("(....)(?=.)", "$1 ");
            }
            StringBuilder said = new StringBuilder();
            int at = 0;
            while (at < group.length()) {
                int digit = group.charAt(at) - '0';
                boolean twice = at + 1 < group.length() && group.charAt(at + 1) == group.charAt(at);
                boolean pair = at + 1 < group.length() && digit > 1 && group.charAt(at + 1) != '0';
                int way = random.nextInt(6);
                if (twice && way == 0) {
                    said.append("double ").append(DIGITS[digit]);
                    at += 2;
                } else if (pair && way == 1) {
                    said.append(TENS[digit]).append(' ').append(DIGITS[group.charAt(at + 1) - '0']);
                    at += 2;
                } else {
                    said.append(digit == 0 && way < 4 ? "oh" : DIGITS[digit]);
                    at++;
                }
                said.append(random.nextInt(8) == 0 ? ", " : " ");
                said.append(random.nextInt(10) == 0 ? any(FILLERS) + " " : "");
            }
            return said.toString().strip();
        }

        private String card() {
            String start = any(STARTS);
            int length = start.equals("34") || start.equals("37") ? 15 : 16;
            StringBuilder card = new StringBuilder(start);
            while (card.length() < length - 1) {
                card.append(random.nextInt(10));
            }
            for (char last = '0'; last <= '9'; last++) {
                if (CardNumbers.isOne(card.toString() + last)) {
                    return card.toString() + last;
                }
            }
            throw new IllegalStateException(card.toString());
        }

        private void say(Speaker speaker, String text) {
            turns.add(Turn.of(turns.size(), speaker, text));
        }

        private String any(List<String> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
