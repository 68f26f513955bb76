package org.jackfield.connectors.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jackfield.connectors.media.Tones;
import org.jackfield.connectors.media.WavFile;
import org.jackfield.connectors.webhook.AddressGuard;
import org.jackfield.connectors.webhook.AddressRange;
import org.jackfield.connectors.webhook.FetchOptions;
import org.jackfield.connectors.webhook.GuardedFetch;
import org.jackfield.engine.media.PromptUnavailableException;
import org.jackfield.engine.tenant.AccountId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of prompt address. */
class PromptsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final AccountId ACCOUNT = new AccountId("AC0123456789abcdef0123456789abcdef");

    private final HttpServer web;
    private int requests;

    PromptsTest() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        web.createContext("/tone.wav", exchange -> {
            requests++;
            var wav = WavFile.of(Tones.sine(700 * 8_000 / 44_100.0, 44_100, 8_000), 44_100);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(wav);
            exchange.close();
        });
        web.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/tone.wav");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        web.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://10.1.2.3/tone.wav");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        web.createContext("/circle", exchange -> {
            exchange.getResponseHeaders().add("Location", "/circle");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        web.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[200_000]);
            exchange.close();
        });
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
    }

    @Test
    void playsOwnMusicWhenHoldMusicIsAsked() {
        var music = open().fetch(ACCOUNT, "prompt:hold-music");

        assertThat(music.duration()).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
        var samples = Tones.samples(music);
        var part = Arrays.copyOfRange(samples, 80_000, 84_000);
        assertThat(Tones.correlation(Arrays.copyOfRange(samples, 78_000, 86_000), part)).isGreaterThan(0.99);
        assertThat(Tones.correlation(Arrays.copyOfRange(samples, 10_000, 20_000), part)).isLessThan(0.9);
        assertThat(open().fetch(ACCOUNT, "prompt:beep").duration()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void makesToneWhenToneIsAsked() {
        var tone = open().fetch(ACCOUNT, "tone:440/500");

        assertThat(tone.duration()).isEqualTo(Duration.ofMillis(500));
        assertThat(Tones.share(Tones.samples(tone), 440)).isGreaterThan(0.95);
    }

    @Test
    void refusesWhenAddressIsNothingWeKnow() {
        for (var address : List.of("prompt:nothing", "prompt:../secret", "prompt:", "tone:1/2/3", "tone:5000/100",
                "tone:440/0", "tone:440/99999", "file:///etc/passwd", "ftp://example.com/a.wav", "jar:file:x", "http:",
                "http:///x", "x".repeat(3_000), "http://user:pass@127.0.0.1/a.wav", "", "http://127.0.0.1:99999/")) {
            assertRefused(open(), address);
        }
    }

    @Test
    void resamplesAndKeepsWhenFetchedFromTheWeb() {
        var prompts = open();

        var sound = prompts.fetch(ACCOUNT, url("/tone.wav"));

        assertThat(sound.length()).isBetween(7_990, 8_010);
        assertThat(Tones.share(Tones.samples(sound), 700)).isGreaterThan(0.95);
        assertThat(prompts.fetch(ACCOUNT, url("/tone.wav"))).isSameAs(sound);
        assertThat(prompts.fetch(ACCOUNT, url("/moved")).length()).isEqualTo(sound.length());
        assertThat(requests).isEqualTo(2);
    }

    @Test
    void refusesWhenAnswerIsBad() {
        assertRefused(open(), url("/missing"));
        assertRefused(open(), url("/circle"));
        assertRefused(open(), url("/large"));
        assertRefused(open(), "http://127.0.0.1:1/refused.wav");
    }

    @Test
    void refusesPrivateAddressWhenItIsNotAllowed() {
        assertRefused(prompts(List.of()), url("/tone.wav"));
        assertRefused(open(), url("/away"));
        assertThat(requests).isZero();
    }

    private static void assertRefused(Prompts prompts, String address) {
        assertThatThrownBy(() -> prompts.fetch(ACCOUNT, address)).as(address)
                .isInstanceOf(PromptUnavailableException.class);
    }

    private static Prompts open() {
        return prompts(AddressRange.parseAll("127.0.0.0/8"));
    }

    private static Prompts prompts(List<AddressRange> allowed) {
        var guard = new AddressGuard(allowed, InetAddress::getAllByName);
        return new Prompts(new GuardedFetch(guard, new FetchOptions(100_000, Duration.ofSeconds(20), 3), CLOCK), CLOCK);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + web.getAddress().getPort() + path;
    }
}
