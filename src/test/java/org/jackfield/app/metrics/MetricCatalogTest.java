package org.jackfield.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jackfield.connectors.rtp.MediaQuality;
import org.jackfield.connectors.rtp.MediaServerStatistics;
import org.jackfield.connectors.sip.SipCensus;
import org.jackfield.engine.bpmn.FlowCensus;
import org.jackfield.engine.call.run.CallCensus;
import org.jackfield.engine.call.run.CallTotals;
import org.jackfield.engine.store.event.EventBacklog;
import org.jackfield.engine.work.WorkCensus;
import org.jackfield.engine.docs.GeneratedDocs;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.junit.jupiter.api.Test;

class MetricCatalogTest {

    private static final Clock NOW = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void readsEachPartWhenItIsLookedAt() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();

        catalog(() -> new FlowCensus(12, 13, 14)).bindTo(registry);

        assertThat(registry.get("jackfield.calls.live").gauge().value()).isEqualTo(1);
        assertThat(registry.get("jackfield.legs.live").gauge().value()).isEqualTo(2);
        assertThat(registry.get("jackfield.sip.dialogs").gauge().value()).isEqualTo(5);
        assertThat(registry.get("jackfield.sip.transactions").tag("side", "client").gauge().value()).isEqualTo(7);
        assertThat(registry.get("jackfield.sip.faults").functionCounter().count()).isEqualTo(8);
        assertThat(registry.get("jackfield.rtp.port.pairs").tag("state", "taken").gauge().value()).isEqualTo(24);
        assertThat(registry.get("jackfield.process.instances").gauge().value()).isEqualTo(12);
        assertThat(registry.get("jackfield.rtp.jitter").tag("of", "worst").gauge().value()).isEqualTo(0.036);
        assertThat(registry.get("jackfield.queue.longest.wait").gauge().value()).isEqualTo(42);
        assertThat(registry.get("jackfield.events.lag").gauge().value()).isEqualTo(0.62);
        assertThat(registry.get("jackfield.database.waiting").gauge().value()).isEqualTo(71);
        assertThat(registry.get("jackfield.calls.ended").tag("outcome", "refused").functionCounter().count())
                .isEqualTo(53);
    }

    @Test
    void tellsThatItDoesNotKnowWhenTheDatabaseIsAway() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();

        catalog(() -> {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }).bindTo(registry);

        assertThat(registry.get("jackfield.process.instances").gauge().value()).isNaN();
        assertThat(registry.get("jackfield.calls.live").gauge().value()).isEqualTo(1);
    }

    @Test
    void asksTheDatabaseOnceWhenManyLook() {
        AtomicInteger asked = new AtomicInteger();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        catalog(() -> new FlowCensus(asked.incrementAndGet(), 0, 0)).bindTo(registry);

        for (int look = 0; look < 5; look++) {
            registry.forEachMeter(
                    meter -> meter.measure().forEach(measured -> assertThat(measured.getValue()).isNotNaN()));
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void documentsEachMetric() {
        StringBuilder page = new StringBuilder(
                """
                        # Metrics

                        What `/actuator/prometheus` tells of Jackfield itself, beside the `jvm_`, `process_`, `http_` and `hikaricp_` values
                        that come with the platform. A gauge goes up and down, a counter grows until the next start.

                        | name | label | kind | meaning |
                        |---|---|---|---|
                        """);
        for (Metric metric : catalog(() -> new FlowCensus(0, 0, 0)).all()) {
            page.append("| `%s` | %s | %s | %s |\n".formatted(metric.exposedName(),
                    metric.label().isEmpty() ? "" : "`" + metric.label() + "`",
                    metric.kind().name().toLowerCase(Locale.ROOT), metric.meaning()));
        }
        GeneratedDocs.check("reference/metrics.md", page.toString());
    }

    private static MetricCatalog catalog(Supplier<FlowCensus> flows) {
        MediaQuality quality = new MediaQuality(31, 32, 33, 34, Duration.ofMillis(35), Duration.ofMillis(36));
        return new MetricCatalog(
                new Sources(new Sources.OfCalls(() -> new CallCensus(1, 2, 3), () -> new CallTotals(51, 52, 53)),
                        () -> new SipCensus(4, 5, 6, 7, 8),
                        () -> new MediaServerStatistics(21, 22, 23, 24, 25, 26, quality),
                        () -> new WorkCensus(41, Optional.of(NOW.instant().minusSeconds(42)), 43),
                        new Sources.Stored(flows,
                                () -> new EventBacklog(61, Optional.of(NOW.instant().minusMillis(620))), () -> 71)),
                NOW);
    }
}
