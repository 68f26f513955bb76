package org.jackfield.analytics.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must go goes, however it is told; what looks like it stays. */
class RedactorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4111111111111111                                                   | [card]
            it's 4111 1111 1111 1111 thanks                                    | it's [card] thanks
            4111-1111-1111-1111                                                | [card]
            4111.1111.1111.1111 okay                                           | [card] okay
            4111 1111 1111 1111 12/27                                          | [card]
            378282246310005 is it                                              | [card] is it
            3782 822463 10005                                                  | [card]
            pay with 5555555555554444 and ship it                              | pay with [card] and ship it
            ４１１１ １１１１ １１１１ １１１１                                   | [card]
            ٤١١١١١١١١١١١١١١١                                                    | [card]
            4532 0151 1283 0361 hm                                             | [card] hm
            my ssn is 123-45-6789                                              | my ssn is [ssn]
            123-45-6789                                                        | [ssn]
            cvv 123                                                            | cvv [code]
            PIN: 0412                                                          | PIN: [pin]
            Visa ending in 4242                                                | Visa ending in [card]
            """)
    void hidesSecretWhenItIsWritten(String text, String expected) {
        assertThat(Talk.redacted("c: " + text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            four one one one one one one one one one one one one one one one              | [card]
            four one one one, one one one one, one one one one, one one one one           | [card]
            four triple one, double one double one, one one one one, one one one one      | [card]
            four one uh one one one one um one one one one one one one one one one | [card]
            forty one eleven eleven eleven eleven eleven eleven eleven                    | [card]
            fifty five fifty five fifty five fifty five fifty five fifty five forty four forty four | [card]
            three seven eight two eight two two four six three one oh oh oh five          | [card]
            three seven eight two eight two two four six three one o o o five             | [card]
            it is four two four two four two four two four two four two four two four two twelve twenty seven | it is [card]
            my card number is four five three                                             | my card number is [card]
            my pin is four four two one                                                   | my pin is [pin]
            four four two one is my pin                                                   | [pin] is my pin
            the security code is nine oh seven                                            | the security code is [code]
            the three digits on the back are double oh nine                               | the three digits on the back are [code]
            my social is one two three four five six seven eight nine                     | my social is [ssn]
            the last four of my social is six seven eight nine                            | the last four of my social is [ssn]
            the code you sent, it's one two three four five six                           | the code you sent, it's [code]
            card number for one one one                                                   | card number [card]
            the card number is four thousand one hundred eleven                           | the card number is [card]
            my card is four one one one no sorry four one one two                         | my card is [card] no sorry [card]
            """)
    void hidesSecretWhenItIsSaid(String text, String expected) {
        assertThat(Talk.redacted("c: " + text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: and the card number / c: four one one one / a: mhm / c: one one one one one one one one / a: okay / c: one one one one | and the card number / [card] / mhm / [card] / okay / [card]
            c: four one one one / a: mhm / c: one one one one one one one one / a: go ahead / c: one one one one | [card] / mhm / [card] / go ahead / [card]
            c: it's four one one one one one / a: four one one one one one / c: yes one one one one one / a: one one one one one / c: and five ones / a: okay | it's [card] / [card] / yes [card] / [card] / and [card] / okay
            a: can i have the card number please / c: sure let me just get my purse hold on / a: no problem / c: okay it's four five / a: uh huh / c: three / a: yes / c: two | can i have the card number please / sure let me just get my purse hold on / no problem / okay it's [card] / uh huh / [card] / yes / [card]
            a: what is your pin / c: four four two one / a: so that's four four two one / c: yes | what is your pin / [pin] / so that's [pin] / yes
            a: and the three digits on the back / c: it says nine / a: yes / c: oh seven | and the three digits on the back / it says [code] / yes / [code]
            a: the last four of your social please / c: six seven eight nine | the last four of your social please / [ssn]
            a: what's your social security number / c: one two three / a: okay / c: four five / a: okay / c: six seven eight nine | what's your social security number / [ssn] / okay / [ssn] / okay / [ssn]
            a: card number / c: 4539 1488 / a: 4539 1488 / c: no 4539 1489 / a: got it / c: 0343 6467 | card number / [card] / [card] / no [card] / got it / [card]
            c: four five three nine one four eight eight, wait no, one four eight nine / a: one four eight nine / c: oh three four three six four six seven | [card], wait no, [card] / [card] / [card]
            a: card number / c: 4242 4242 4242 4242 / a: thanks and the zip code / c: 94110 / a: you are all set with the card ending in 4242 | card number / [card] / thanks and the zip code / 94110 / you are all set with the card ending in [card]
            a: card number / c: 4242 4242 4242 4242 / a: great so i will charge fifty dollars to it / c: thanks it was the one with 4242 at the end right | card number / [card] / great so i will charge fifty dollars to it / thanks it was the one with [card] at the end right
            a: card number / c: 4539 1488 0343 6467 / a: expiration date / c: twelve twenty seven / a: security code / c: three one four | card number / [card] / expiration date / twelve twenty seven / security code / [code]
            a: could you type your PIN, two digits at a time / c: 44 / a: thank you / c: 21 | could you type your PIN, two digits at a time / [pin] / thank you / [pin]
            a: i'm sending a verification code, what is it / c: two nine four / c: one one eight | i'm sending a verification code, what is it / [code] / [code]
            c: 4539 / c: 1488 / c: 0343 / c: 6467 | [card] / [card] / [card] / [card]
            c: 4539 1488 0343 6468 | [card]
            """)
    void hidesSecretWhenItIsToldOverSeveralTurns(String talk, String expected) {
        assertThat(Talk.redacted(talk)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c: call me at 619 555 0182
            c: my number is six one nine five five five oh one eight two
            c: (619) 555-0182
            a: what's the best phone number / c: six one nine / a: mhm / c: five five five / a: okay / c: oh one eight two
            c: the balance is four hundred and six dollars and nine cents
            c: transfer $4,111.11 to savings
            c: order number 4111111111111112
            a: order number please / c: nine three eight one four four seven seven one two oh one
            a: and the zip code / c: nine four one one oh
            c: it was on june third at four fifteen p m
            c: i was born on 03/14/1985
            a: date of birth / c: oh three fourteen eighty five
            a: your account number / c: one two three four five six seven eight
            a: what's the tracking number / c: 1Z999AA10123456784
            c: i lost my card two days ago
            a: you can lock the card for 30 days / c: great
            a: what kind of card / c: the one with two percent back
            c: the flight is 1147 and the gate is 22
            c: i need two tickets for the 14th, row 12
            a: the rate is three point two five percent for thirty six months
            a: what is your pin / c: i don't remember it / a: no problem / c: anyway i need $50 / a: sure
            a: is your social media account at example dot com / c: yes all three of them
            c: i waited for forty five minutes on the phone
            a: your confirmation number is 88 41 20 93 / c: 88 41 20 93
            a: which card / c: the visa / a: it was charged $20.50 on may 2nd
            c: just one moment
            a: what is your card number / c: just one moment please
            a: card number / c: one second let me look
            c: one, two, three, testing
            c: version 10.4.2 of the app and 8 gigabytes
            c: 1420 west alder avenue apartment 12
            c: my daughter has two cats and one dog
            """)
    void keepsNumbersWhenTheyAreNoSecrets(String talk) {
        assertThat(Talk.redacted(talk)).isEqualTo(talk.replaceAll("(^| / )[ac]: ", "$1"));
    }
}
