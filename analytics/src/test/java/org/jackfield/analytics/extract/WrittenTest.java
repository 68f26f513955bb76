package org.jackfield.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as they are typed. */
class WrittenTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Your total is $1,204.50.                | money 1204.50 USD
            I got £20 back                          | money 20.00 GBP
            It costs $1.5 million                   | money 1500000.00 USD
            a fee of 35 dollars                     | money 35.00 USD
            a rate of 8.9%                          | percent 8.9
            We close at 5:30 pm.                    | time 17:30
            Meet me at 9am                          | time 09:00
            Call (212) 555-0187 now                 | phone 2125550187
            call 212-555-0187                       | phone 2125550187
            Mail jane_r@shop.example.com, please    | email jane_r@shop.example.com
            order MP48820X                          | code MP48820X
            """)
    void findsValueWhenItIsTyped(String text, String value) {
        assertThat(Talk.begin().customer(text).values()).containsExactly(value);
    }

    @Test
    void keepsLeadingZerosWhenDigitsAreTyped() {
        assertThat(Talk.begin().customer("acct 00917734").values()).containsExactly("digits 00917734");
    }

    @Test
    void findsEachValueWhenOneSentenceHasMany() {
        assertThat(Talk.begin().agent("On June 3rd at 4 pm you pay $20 or 5% of it.").values())
                .containsExactly("date 2024-06-03", "time 16:00", "money 20.00 USD", "percent 5");
    }

    @Test
    void tellsWhereTheValueLiesWhenItIsFound() {
        Talk talk = Talk.begin().agent("so that is  $1,204.50, due 6/14");

        assertThat(talk.words()).containsExactly("$1,204.50", "6/14");
    }
}
