package org.jackfield.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Identification by an automated dialogue: several attempts and several readings of each make one fact. */
class InterviewTest {

    @Test
    void findsPostcodeWhenAttemptsAreHeardDifferently() {
        Talk talk = Talk.onNoDay()
                .answer("postcode", "r g 4 ate p tea", "r g for 8 p t")
                .answer("postcode", "are g 4 8 bee tea")
                .answer("postcode", "romeo golf 4 8 papa tango");

        assertThat(talk.facts()).containsExactly("postcode RG48PT");
    }

    @Test
    void takesAreaThatExistsWhenAnotherSoundsAlike() {
        assertThat(Talk.onNoDay().answer("postcode", "b d 4 3 n f").facts()).containsExactly("postcode BD43NF");
        assertThat(Talk.onNoDay().answer("postcode", "t l 4 3 n f").facts()).containsExactly("postcode DL43NF");
    }

    @Test
    void findsNameWhenItIsSpelled() {
        Talk talk = Talk.onNoDay()
                .answer("name", "Carol Fletcher", "Karen Fletcher", "Carole Fletcher")
                .answer("name", "Karen Fletcher", "Carole Fletcher")
                .answer("name", "c a r o l e", "c a r o l");

        assertThat(talk.facts()).containsExactly("caller_name carole fletcher");
    }

    @Test
    void findsBirthDateWhenDigitsRunTogether() {
        assertThat(Talk.onNoDay().answer("dob", "1706 1964").facts()).containsExactly("birth_date 1964-06-17");
        assertThat(Talk.onNoDay().answer("dob", "17/6 64").facts()).containsExactly("birth_date 1964-06-17");
        assertThat(Talk.onNoDay().answer("dob", "17th of the 6th 1960 4").answer("dob", "17 June 1964").facts())
                .containsExactly("birth_date 1964-06-17");
    }

    @Test
    void findsNothingWhenNothingWasHeard() {
        assertThat(Talk.onNoDay().answer("postcode", "").answer("name", " ").answer("dob", "what").facts()).isEmpty();
    }
}
