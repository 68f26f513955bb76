package org.jackfield.analytics.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The date of birth that several attempts to tell it agree on: each reading votes for the dates that it can mean ({@code 2906 1970},
 * {@code 24/6 12}, {@code 14th of the 10th 1965}, {@code 7th January 1980 8}); the day comes before the month.
 */
final class BirthDates {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2024;
    private static final double PART = 0.4;
    private static final double GUESS = 0.5;

    private final Lexer lexer;
    private final Tokens t = new Tokens();
    private final Map<LocalDate, Double> votes = new LinkedHashMap<>();
    private final List<int[]> days = new ArrayList<>();

    BirthDates(Lexer lexer) {
        this.lexer = lexer;
    }

    Optional<LocalDate> best(List<Attempt> attempts) {
        votes.clear();
        days.clear();
        for (Attempt attempt : attempts) {
            for (int place = 0; place < attempt.readings().size(); place++) {
                lexer.read(attempt.readings().get(place), t);
                read(Attempt.weight(place));
            }
        }
        return votes.entrySet()
                .stream()
                .max(java.util.Comparator.comparingDouble(this::support))
                .map(Map.Entry::getKey);
    }

    /** A date's own votes and those of readings that only gave its day and month. */
    private double support(Map.Entry<LocalDate, Double> date) {
        long same = days.stream()
                .filter(day -> day[0] == date.getKey().getDayOfMonth() && day[1] == date.getKey().getMonthValue())
                .count();
        return date.getValue() + PART * same;
    }

    private void read(double weight) {
        int month = month();
        if (month >= 0) {
            withMonth(month, weight);
        } else {
            allDigits(weight);
        }
    }

    private int month() {
        for (int i = 0; i < t.size(); i++) {
            if (t.is(i, Kind.MONTH)) {
                return i;
            }
        }
        return -1;
    }

    private void withMonth(int month, double weight) {
        List<Integer> before = numbers(0, month);
        List<Integer> behind = numbers(month + 1, t.size());
        boolean leads = !before.isEmpty() && before.getLast() <= 31;
        int day = leads ? before.getLast() : behind.isEmpty() ? 0 : behind.getFirst();
        List<Integer> rest = leads || behind.isEmpty() ? behind : behind.subList(1, behind.size());
        int value = (int) t.value(month);
        days.add(new int[]{day, value});
        years(rest).forEach((year, share) -> vote(day, value, year, weight * share));
    }

    /** The years that numbers can mean: {@code 1980 8} is 1988 as well, {@code 19 08} 1908. */
    private static Map<Integer, Double> years(List<Integer> numbers) {
        Map<Integer, Double> years = new LinkedHashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            int next = i + 1 < numbers.size() ? numbers.get(i + 1) : -1;
            if (isYear(number)) {
                boolean goesOn = next > 0 && next < 10 && number % 10 == 0;
                years.merge(goesOn ? number + next : number, 1.0, Math::max);
            } else if ((number == 19 || number == 20) && next >= 0 && next < 100) {
                years.merge(number * 100 + next, 1.0, Math::max);
            } else if (number < 100 && numbers.size() == 1) {
                years.merge(number > LAST_YEAR % 100 ? FIRST_YEAR + number : 2000 + number, GUESS, Math::max);
            }
        }
        return years;
    }

    private static boolean isYear(int number) {
        return number >= FIRST_YEAR && number <= LAST_YEAR;
    }

    private List<Integer> numbers(int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int value = value(i);
            if (value >= 0) {
                numbers.add(value);
            }
        }
        return numbers;
    }

    private int value(int i) {
        return switch (t.kind(i)) {
            case NUMBER, ORDINAL -> t.length(i) < 9 ? (int) t.value(i) : -1;
            case UNIT, TEEN, TENS -> (int) t.value(i);
            case ZERO, OH -> 0;
            case TO -> 2;
            default -> t.is(i, "for") ? 4 : t.is(i, "too") ? 2 : -1;
        };
    }

    private void allDigits(double weight) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < t.size(); i++) {
            if (value(i) >= 0) {
                boolean written = t.is(i, Kind.NUMBER);
                digits.append(written ? t.lower(i, i + 1) : Integer.toString(value(i)));
            }
        }
        split(digits.toString(), weight);
        String joined = digits.toString().replaceFirst("^([23])0([1-9])(?=\\d{6}$|\\d{5}$)", "$1$2");
        if (joined.length() < digits.length()) {
            split(joined, weight * GUESS);
        }
        if (digits.length() > 8) {
            split(digits.toString().replaceFirst("(\\d{7})0(\\d)$", "$1$2"), weight * GUESS);
        }
    }

    /** Day, month and year in digits that run together. */
    private void split(String digits, double weight) {
        int length = digits.length();
        if (length > 9) {
            return;
        }
        for (int years = 4; years >= 2; years -= 2) {
            int rest = length - years;
            if (rest < 2 || rest > 4 || (years == 2 && length > 6)) {
                continue;
            }
            int tail = Integer.parseInt(digits.substring(rest));
            int year = years == 4 ? tail : tail > LAST_YEAR % 100 ? FIRST_YEAR + tail : 2000 + tail;
            for (int day = 1; day <= 2; day++) {
                int months = rest - day;
                if (months >= 1 && months <= 2 && isYear(year)) {
                    boolean likely = rest == 4 || day == 2;
                    vote(Integer.parseInt(digits.substring(0, day)), Integer.parseInt(digits.substring(day, rest)),
                            year,
                            weight * (likely ? 1 : GUESS) * (years == 4 ? 1 : GUESS));
                }
            }
        }
    }

    private void vote(int day, int month, int year, double weight) {
        Days.ofYear(year, month, day).map(LocalDate::parse).ifPresent(date -> votes.merge(date, weight, Double::sum));
    }
}
