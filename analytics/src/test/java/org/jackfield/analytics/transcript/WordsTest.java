package org.jackfield.analytics.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void readsOneWordWhateverTheApostrophe() {
        assertThat(Words.of("That's, that\u2019s and thats").list()).containsExactly("thats", "thats", "and", "thats");
    }

    @Test
    void keepsPlacesInTheText() {
        String text = "Well, I\u2019d pay $1,250.50!";

        Words words = Words.of(text);

        assertThat(words.list()).containsExactly("well", "id", "pay", "$", "1,250.50");
        assertThat(text.substring(words.start(1), words.end(1))).isEqualTo("I\u2019d");
        assertThat(text.substring(words.start(4), words.end(4))).isEqualTo("1,250.50");
        assertThat(words.at(text.indexOf("pay"))).isEqualTo(2);
    }

    @Test
    void leavesNoisesAndHesitationsOut() {
        assertThat(Words.of("[cough] uh yes um please [door").list()).containsExactly("yes", "please", "door");
    }

    @Test
    void takesOtherScriptsAndControlCharacters() {
        assertThat(
                Words.of("\u0000Gr\u00fc\u00dfe\u0007 \u043f\u0440\u0438\u0432\u0435\u0442 \u4f60\u597d \ud83d\ude00")
                        .list())
                .containsExactly("gr\u00fc\u00dfe", "\u043f\u0440\u0438\u0432\u0435\u0442", "\u4f60\u597d");
        assertThat(Words.of("").count()).isZero();
    }
}
