package org.jackfield.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jackfield.app.metrics.Metric.Kind;
import org.jackfield.connectors.rtp.MediaQuality;
import org.jackfield.connectors.rtp.MediaServerStatistics;
import org.jackfield.engine.bpmn.FlowCensus;
import org.jackfield.engine.store.event.EventBacklog;

/**
 * Every value of ours that monitoring sees. What counts what is held (calls, legs, dialogs, transactions, port pairs, process
 * instances) is 0 again some time after the last call: that is how a leak is found. Thread-safe.
 */
public final class MetricCatalog implements MeterBinder {

    private static final String SECONDS = "seconds";
    private static final String PACKETS = "jackfield.rtp.packets";
    private static final String ENDED = "jackfield.calls.ended";

    private final Sources sources;
    private final Clock clock;
    private final Recent<FlowCensus> flows;
    private final Recent<EventBacklog> events;

    /** @param clock tells how old a reading of the database is */
    public MetricCatalog(Sources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
        flows = new Recent<>(sources.stored().flows(), clock);
        events = new Recent<>(sources.stored().events(), clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        all().forEach(metric -> metric.register(registry));
    }

    List<Metric> all() {
        return Stream.of(ofCalls(), ofWork(), ofSip(), ofMedia(), ofPackets(), ofFlows(), ofEvents(), ofDatabase())
                .flatMap(List::stream)
                .toList();
    }

    private List<Metric> ofCalls() {
        Sources.OfCalls calls = sources.calls();
        return List.of(
                gauge("jackfield.calls.live", "", "Calls that this node holds.", () -> calls.census().get().calls()),
                gauge("jackfield.legs.live", "", "Their legs: callers and agents.", () -> calls.census().get().legs()),
                gauge("jackfield.stimuli.waiting", "",
                        "Things that happened to calls and were not handled yet; grows while the database is away.",
                        () -> calls.census().get().waiting()),
                counter(ENDED, "outcome=completed", "Calls that were answered and ended.",
                        () -> calls.totals().get().completed()),
                counter(ENDED, "outcome=failed", "Calls that ended without an answer.",
                        () -> calls.totals().get().failed()),
                counter(ENDED, "outcome=refused", "Calls that were not let in.",
                        () -> calls.totals().get().refused()));
    }

    private List<Metric> ofWork() {
        return List.of(
                gauge("jackfield.queue.waiting", "",
                        "Work items that wait for a worker, in the workspaces that this node owns.",
                        () -> sources.work().get().waiting()),
                seconds("jackfield.queue.longest.wait", "", "How long the oldest of them has waited.",
                        () -> of(sources.work().get().longestWait(clock.instant()))),
                gauge("jackfield.workers.available", "",
                        "Workers there whose activity is available, whether they talk or not.",
                        () -> sources.work().get().available()));
    }

    private List<Metric> ofSip() {
        return List.of(
                gauge("jackfield.sip.dialogs", "", "SIP dialogs, also those that only wait for a last answer.",
                        () -> sources.sip().get().dialogs()),
                gauge("jackfield.sip.transactions", "side=server",
                        "SIP transactions that peers began; each ends within 32 s.",
                        () -> sources.sip().get().serverTransactions()),
                gauge("jackfield.sip.transactions", "side=client", "SIP transactions that this node began.",
                        () -> sources.sip().get().clientTransactions()),
                counter("jackfield.sip.faults", "", "Defects that a SIP message found in us; each is in the log.",
                        () -> sources.sip().get().faults()));
    }

    private List<Metric> ofMedia() {
        return List.of(
                gauge("jackfield.rtp.streams", "", "Media streams that are open.",
                        media(MediaServerStatistics::streams)),
                gauge("jackfield.rtp.port.pairs", "state=taken", "RTP/RTCP port pairs in use.",
                        media(MediaServerStatistics::takenPairs)),
                gauge("jackfield.rtp.port.pairs", "state=resting", "Port pairs that rest after use.",
                        media(MediaServerStatistics::quarantinedPairs)),
                gauge("jackfield.rtp.port.pairs", "state=free", "Port pairs that a call may take.",
                        media(MediaServerStatistics::freePairs)),
                counter("jackfield.rtp.slots", "what=late",
                        "20 ms slots that a media thread served more than one slot late.",
                        media(MediaServerStatistics::lateSlots)),
                counter("jackfield.rtp.slots", "what=skipped", "20 ms slots that a media thread gave up.",
                        media(MediaServerStatistics::skippedSlots)));
    }

    private List<Metric> ofPackets() {
        return List.of(counter(PACKETS, "what=sent", "RTP packets sent.", quality(MediaQuality::sent)),
                counter(PACKETS, "what=received", "RTP packets heard.", quality(MediaQuality::received)),
                gauge("jackfield.rtp.packets.lost", "",
                        "RTP packets that never came, since the start; falls when one comes late (RFC 3550, section A.3).",
                        quality(MediaQuality::lost)),
                counter(PACKETS, "what=discarded", "RTP packets that came too late or twice.",
                        quality(MediaQuality::discarded)),
                seconds("jackfield.rtp.jitter", "of=mean",
                        "Interarrival jitter of the open streams (RFC 3550, section 6.4.1), on average.",
                        quality(quality -> of(quality.meanJitter()))),
                seconds("jackfield.rtp.jitter", "of=worst", "Jitter of the stream with the most.",
                        quality(quality -> of(quality.worstJitter()))));
    }

    private List<Metric> ofFlows() {
        return List.of(
                gauge("jackfield.process.instances", "",
                        "Process instances that run, of calls and of work items; of the whole cluster, so do not add nodes up.",
                        () -> ask(flows, FlowCensus::instances)),
                gauge("jackfield.jobs", "state=open",
                        "Timers and other jobs of the workflow engine; of the whole cluster.",
                        () -> ask(flows, FlowCensus::jobs)),
                gauge("jackfield.jobs", "state=failed", "Jobs given up after their last try; of the whole cluster.",
                        () -> ask(flows, FlowCensus::failedJobs)));
    }

    private List<Metric> ofEvents() {
        return List.of(
                gauge("jackfield.events.waiting", "",
                        "Committed events that are not in the stream yet; of the whole cluster.",
                        () -> ask(events, EventBacklog::events)),
                seconds("jackfield.events.lag", "", "How long the oldest of them has waited for the relay.",
                        () -> ask(events, backlog -> of(backlog.lag(clock.instant())))));
    }

    private List<Metric> ofDatabase() {
        return List.of(gauge("jackfield.database.waiting", "",
                "Who waits in line for a connection to the database; hikaricp_connections_pending does not see them.",
                () -> sources.stored().inLine().getAsInt()));
    }

    private DoubleSupplier media(ToDoubleFunction<MediaServerStatistics> part) {
        return () -> part.applyAsDouble(sources.media().get());
    }

    private DoubleSupplier quality(ToDoubleFunction<MediaQuality> part) {
        return () -> part.applyAsDouble(sources.media().get().quality());
    }

    /** Not a number while the database is away. */
    private static <T> double ask(Recent<T> source, ToDoubleFunction<T> part) {
        Optional<T> known = source.get();
        return known.isPresent() ? part.applyAsDouble(known.get()) : Double.NaN;
    }

    private static double of(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Metric gauge(String name, String label, String meaning, DoubleSupplier reading) {
        return new Metric(Kind.GAUGE, name, "", label, meaning, reading);
    }

    private static Metric seconds(String name, String label, String meaning, DoubleSupplier reading) {
        return new Metric(Kind.GAUGE, name, SECONDS, label, meaning, reading);
    }

    private static Metric counter(String name, String label, String meaning, DoubleSupplier reading) {
        return new Metric(Kind.COUNTER, name, "", label, meaning, reading);
    }
}
