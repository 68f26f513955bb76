package org.jackfield.app.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What proves that a callback is ours. */
class SignaturesTest {

    private static final String KEY = "a-key-of-32-characters-or-so-123";
    private static final URI ADDRESS = URI.create("https://example.org/assign?shop=7");
    private static final Map<String, String> FORM = Map.of("TaskSid", "WT1", "TaskAttributes",
            "{\"name\":\"J\u00f6rg & Co\"}",
            "AccountSid", "AC1");

    @Test
    void isAcceptedByTheValidatorOfTheSdk() {
        Map<String, String> headers = Signatures.headers(KEY, ADDRESS, FORM);

        String signature = headers.getOrDefault("X-Twilio-Signature", "");
        assertThat(new RequestValidator(KEY).validate(ADDRESS.toString(), FORM, signature)).isTrue();
        assertThat(new RequestValidator("another").validate(ADDRESS.toString(), FORM, signature)).isFalse();
    }

    @Test
    void isAnotherOneWhenAnythingIsChanged() {
        String signature = ours(KEY, ADDRESS, FORM);

        assertThat(signature).matches("v1=[0-9a-f]{64}").isEqualTo(ours(KEY, ADDRESS, FORM));
        assertThat(ours("another", ADDRESS, FORM)).isNotEqualTo(signature);
        assertThat(ours(KEY, URI.create("https://example.org/assign"), FORM)).isNotEqualTo(signature);
        assertThat(ours(KEY, ADDRESS, Map.of("TaskSid", "WT1"))).isNotEqualTo(signature);
    }

    private static String ours(String key, URI address, Map<String, String> form) {
        return Signatures.headers(key, address, form).getOrDefault("X-Jackfield-Signature", "");
    }
}
