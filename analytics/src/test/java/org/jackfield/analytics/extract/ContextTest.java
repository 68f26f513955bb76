package org.jackfield.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was asked, or said before, gives a bare value its type and label. */
class ContextTest {

    @Test
    void takesBareNumberForMoneyWhenTheAmountWasAsked() {
        Talk talk = Talk.begin().agent("what is the transfer amount").customer("a hundred and one");

        assertThat(talk.labelled()).containsExactly("transfer_amount 101.00 USD");
    }

    @Test
    void takesBareNumberForDigitsWhenThePinWasAsked() {
        Talk talk = Talk.begin().agent("could i have your pin").customer("nine double zero one");

        assertThat(talk.labelled()).containsExactly("pin 9001");
    }

    @Test
    void takesBareNumberForPercentWhenTheRateWasAsked() {
        Talk talk = Talk.begin().customer("and what is the rate").agent("today it's four point one");

        assertThat(talk.labelled()).contains("interest_rate 4.1");
    }

    @Test
    void takesPairForTimeWhenTheTimeWasAsked() {
        Talk talk = Talk.begin().agent("what time would you like for the appointment").customer("nine fifteen");

        assertThat(talk.labelled()).containsExactly("appointment_time 09:15");
    }

    @Test
    void readsCentsWhenAPriceIsSaidWithoutUnit() {
        assertThat(Talk.begin().customer("the bill is one eighty six oh three").values())
                .containsExactly("money 186.03 USD");
        assertThat(Talk.begin().customer("it went up to twenty four ninety nine").values())
                .containsExactly("money 24.99 USD");
        assertThat(Talk.begin().customer("i can pay six forty").values()).containsExactly("money 640.00 USD");
    }

    @Test
    void joinsPartsWhenANumberIsToldInSeveralBreaths() {
        Talk talk = Talk.begin()
                .agent("what's a good phone number for you")
                .customer("it is six one nine")
                .customer("five five five")
                .agent("mhm")
                .customer("oh one eight two");

        assertThat(talk.labelled()).containsExactly("phone_number 6195550182");
        assertThat(talk.words()).containsExactly("six one nine", "five five five", "oh one eight two");
        assertThat(talk.extraction().values().getFirst().type()).isEqualTo(ValueType.PHONE);
    }

    @Test
    void startsAnewWhenTheOtherSideAskedInBetween() {
        Talk talk = Talk.begin()
                .agent("the zip code please")
                .customer("nine oh two one")
                .agent("and your social security number, the last four digits")
                .customer("four four one eight");

        assertThat(talk.labelled()).containsExactly("zip_code 9021", "ssn 4418");
    }

    @Test
    void keepsLastValueAsFactWhenItIsCorrected() {
        Talk talk = Talk.begin()
                .agent("how much do you want to transfer")
                .customer("two hundred dollars")
                .customer("no sorry make it two hundred fifty dollars")
                .agent("okay i will transfer two hundred fifty dollars");

        assertThat(talk.facts()).containsExactly("transfer_amount 250.00 USD");
    }

    @Test
    void knowsTheReadBackWhenItRepeatsTheSum() {
        Talk talk = Talk.begin()
                .customer("my statement has a charge of five hundred and seventy dollars")
                .agent("i will give you back the five seventy");

        assertThat(talk.values()).isEqualTo(List.of("money 570.00 USD", "money 570.00 USD"));
    }

    @Test
    void keepsFactsApartWhenTheTopicChanges() {
        Talk talk = Talk.begin()
                .customer("book a flight for me leaving on june third")
                .customer("and a hotel check in on june fourth check out on june ninth");

        assertThat(talk.facts()).containsExactlyInAnyOrder("departure_date 2024-06-03", "check_in_date 2024-06-04",
                "check_out_date 2024-06-09");
    }

    @Test
    void namesBothAccountsWhenMoneyMoves() {
        Talk talk = Talk.begin().customer("please transfer ninety dollars over from my checking account to savings");

        assertThat(talk.labelled()).containsExactly("transfer_amount 90.00 USD", "source_account checking",
                "destination_account savings");
    }

    @Test
    void findsNoValueWhenNothingIsMeant() {
        assertThat(Talk.begin().agent("thank you for calling have a good one").values()).isEmpty();
        assertThat(Talk.begin().customer("could you mail me another one").values()).isEmpty();
    }
}
