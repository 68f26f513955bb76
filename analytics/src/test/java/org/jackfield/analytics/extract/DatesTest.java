package org.jackfield.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, seen from Wednesday 15 May 2024. */
class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            on june third                              | 2024-06-03
            the twenty first of june                   | 2024-06-21
            March 9th, 2019                            | 2019-03-09
            it was 11/30/2023                          | 2023-11-30
            pay by 6/14                                | 2024-06-14
            april second nineteen sixty seven          | 1967-04-02
            may ninth two thousand and four            | 2004-05-09
            four slash nine slash nineteen ninety      | 1990-04-09
            2024-07-01                                 | 2024-07-01
            the 20th of this month                     | 2024-05-20
            call me tomorrow                           | 2024-05-16
            the day after tomorrow                     | 2024-05-17
            it broke yesterday                         | 2024-05-14
            next friday                                | 2024-05-17
            thursday next week                         | 2024-05-23
            sunday this week                           | 2024-05-19
            by the twelfth                             | 2024-06-12
            let us say on the fifteenth                | 2024-05-15
            last night                                 | 2024-05-14
            """)
    void resolvesDateWhenTheDayOfTheCallIsKnown(String text, String date) {
        assertThat(Talk.begin().customer(text).values(ValueType.DATE)).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"how can i help you today", "is there anything else i can do for you today",
        "that's all for today thanks",
        "the second floor please", "the first one was better", "you may one day need it", "one second please",
        "have a great day today"})
    void findsNoDateWhenNoneIsMeant(String text) {
        assertThat(Talk.begin().agent(text).values(ValueType.DATE)).isEmpty();
    }

    @Test
    void keepsMonthAndDayWhenTheDayOfTheCallIsUnknown() {
        assertThat(Talk.onNoDay().customer("it happened on june third").values(ValueType.DATE))
                .containsExactly("--06-03");
    }

    @Test
    void takesNearestYearWhenNoneIsSaid() {
        assertThat(Talk.on("2024-01-05").customer("on december thirtieth").values(ValueType.DATE))
                .containsExactly("2023-12-30");
    }

    @Test
    void readsBirthDateWhenItIsToldInDigits() {
        Talk talk = Talk.begin().agent("and your date of birth please").customer("oh four seventeen eighty one");

        assertThat(talk.labelled()).containsExactly("birth_date 1981-04-17");
    }
}
