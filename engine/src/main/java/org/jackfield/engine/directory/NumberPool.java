package org.jackfield.engine.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers that the platform itself can give out: on-net numbers of the exchange 555 in every North American area
 * code, and all of area code 555. No carrier routes them, so nobody outside can be cut off by giving them out. The same
 * question has the same answer everywhere; which of the numbers are taken is asked elsewhere.
 */
public final class NumberPool {

    private static final Pattern POOL = Pattern.compile("\\+1(?:555[0-9]{7}|[2-9][0-9]{2}555[0-9]{4})");
    private static final Pattern AREA_CODE = Pattern.compile("[2-9][0-9]{2}");
    private static final Pattern CONTAINS = Pattern.compile("\\+?[0-9*]{2,16}");
    private static final int FIRST_LINE = 100;
    private static final int LINES = 10_000;

    private NumberPool() {}

    /** Whether the number belongs to the pool. */
    public static boolean owns(String number) {
        return POOL.matcher(number).matches();
    }

    /** Whether the text is an area code of the pool. */
    public static boolean isAreaCode(String text) {
        return AREA_CODE.matcher(text).matches();
    }

    /** Whether the text is a pattern of digits in which {@code *} stands for any one digit. */
    public static boolean isPattern(String text) {
        return CONTAINS.matcher(text).matches();
    }

    /** The pool's numbers of an area code (555 unless given) in order, filtered by the pattern anywhere in the number. */
    public static Stream<String> numbers(Optional<String> areaCode, Optional<String> contains) {
        String prefix = "+1" + areaCode.orElse("555") + "555";
        Stream<String> all = IntStream.range(FIRST_LINE, LINES)
                .mapToObj(line -> prefix + String.format(Locale.ROOT, "%04d", line));
        return contains.map(NumberPool::compile)
                .map(wanted -> all.filter(number -> wanted.matcher(number).find()))
                .orElse(all);
    }

    private static Pattern compile(String contains) {
        return Pattern.compile(contains.replace("+", "\\+").replace("*", "[0-9]"));
    }
}
