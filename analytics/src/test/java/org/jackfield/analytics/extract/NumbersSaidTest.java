package org.jackfield.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that show their type by themselves, as they are said. */
class NumbersSaidTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the balance is four hundred and six dollars and nine cents | 406.09 USD
            that will be a hundred and one bucks                       | 101.00 USD
            it was twenty five hundred dollars                         | 2500.00 USD
            about three hundred twenty thousand dollars                | 320000.00 USD
            one point five million dollars                             | 1500000.00 USD
            just sixty cents                                           | 0.60 USD
            nineteen dollars ninety five please                        | 19.95 USD
            a dollar fifty fee                                         | 1.50 USD
            it went from uh forty um two dollars                       | 42.00 USD
            eighty euros                                               | 80.00 EUR
            """)
    void findsSumWhenItsUnitIsSaid(String text, String sum) {
        assertThat(Talk.begin().agent(text).values(ValueType.MONEY)).containsExactly(sum);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we are at three point two five percent | 3.25
            it is seven and a half percent         | 7.5
            six and a quarter percent fixed        | 6.25
            two and five eighths percent           | 2.625
            half a percent more                    | 0.5
            a four percent chance of rain          | 4
            point nine percent                     | 0.9
            """)
    void findsPercentWhenDecimalsOrFractionsAreSaid(String text, String percent) {
        assertThat(Talk.begin().agent(text).values(ValueType.PERCENT)).containsExactly(percent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            see you at eight forty five a m           | 08:45
            it opens at six p m                       | 18:00
            quarter past two                          | 14:15
            a quarter to nine in the morning          | 08:45
            half past eleven at night                 | 23:30
            let us meet at seventeen hundred          | 17:00
            seven oh five p m works                   | 19:05
            twelve thirty a m                         | 00:30
            five o'clock                              | 17:00
            ten o clock in the morning                | 10:00
            it runs until midnight                    | 24:00
            """)
    void findsTimeWhenAClockIsRead(String text, String time) {
        assertThat(Talk.begin().agent(text).values(ValueType.TIME)).containsExactly(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a sixty month plan               | P60M
            for two and a half years         | P30M
            within seven business days       | P7D
            i waited half an hour            | PT30M
            it took an hour and a half       | PT90M
            ninety seconds                   | PT90S
            """)
    void findsDurationWhenAPeriodIsSaid(String text, String duration) {
        assertThat(Talk.begin().customer(text).values(ValueType.DURATION)).containsExactly(duration);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my pin is oh two double seven                     | 0277
            the account number is nine double zero one        | 9001
            card ending in three three one seven              | 3317
            my zip is seven three eleven four                 | 73114
            claim number eight hundred forty two sixteen      | 84216
            """)
    void findsDigitsWhenTheyAreTold(String text, String digits) {
        assertThat(Talk.begin().customer(text).values(ValueType.DIGITS)).contains(digits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            k t five one nine zero two             | KT51902
            b as in boy x four four one two        | BX4412
            case r double six one eight            | R6618
            """)
    void findsCodeWhenLettersAndDigitsAreTold(String text, String code) {
        assertThat(Talk.begin().agent(text).values(ValueType.CODE)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it's paula dot reyes at example dot org       | paula.reyes@example.org
            write to sam nine one at hotmail dot com      | sam91@hotmail.com
            j underscore doe at my firm dot co dot uk     | j_doe@myfirm.co.uk
            """)
    void findsMailAddressWhenItIsSpelledOut(String text, String address) {
        assertThat(Talk.begin().customer(text).values(ValueType.EMAIL)).containsExactly(address);
    }
}
