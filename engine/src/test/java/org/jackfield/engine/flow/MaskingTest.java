package org.jackfield.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @ValueSource(strings = {"pin", "customerPin", "PASSWORD", "cardNumber", "security_code", "securityCode", "cvv",
        "apiKey",
        "authToken", "clientSecret", "iban"})
    void hidesValueWhenNameMeansASecret(String name) {
        assertThat(Masking.masked(Map.of(name, "1234"))).containsEntry(name, Masking.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "department", "spinning", "opinion", "shipping", "queue", "hours"})
    void showsValueWhenNameMeansNoSecret(String name) {
        assertThat(Masking.masked(Map.of(name, "1234"))).containsEntry(name, "1234");
    }

    @Test
    void hidesCardNumbersWhereverTheyStand() {
        Map<String, Object> shown = Masking.masked(Map.of("digits", "4242424242424242", "note",
                "his card is 4242 4242 4242 4242, thanks", "list", List.of("4242-4242-4242-4242"), "map",
                Map.of("inner", 4_242_424_242_424_242L)));

        assertThat(shown.toString()).doesNotContain("4242").contains("his card is (hidden), thanks");
    }

    @Test
    void showsLongNumbersWhenTheyAreNoCards() {
        assertThat(Masking.masked(Map.of("to", "+15555550100", "order", "4242424242424241", "yes", true)))
                .isEqualTo(Map.of("to", "+15555550100", "order", "4242424242424241", "yes", true));
    }

    @Test
    void stopsWhenValuesAreNestedDeeply() {
        Object nested = "x";
        for (int i = 0; i < 100; i++) {
            nested = List.of(nested);
        }

        assertThat(Masking.masked(Map.of("deep", nested)).toString()).contains(Masking.HIDDEN);
    }
}
