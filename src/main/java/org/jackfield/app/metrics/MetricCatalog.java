package org.jackfield.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jackfield.app.metrics.Metric.Kind;
import org.jackfield.engine.bpmn.FlowCensus;

/**
 * Every value of ours that monitoring sees. What counts what is held (calls, legs, dialogs, transactions, port pairs, process
 * instances) is 0 again some time after the last call: that is how a leak is found. Thread-safe.
 */
public final class MetricCatalog implements MeterBinder {

    private final Sources sources;
    private final Recent<FlowCensus> flows;

    /** @param clock tells how old a reading of the database is */
    public MetricCatalog(Sources sources, Clock clock) {
        this.sources = sources;
        flows = new Recent<>(sources.flows(), clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        all().forEach(metric -> metric.register(registry));
    }

    List<Metric> all() {
        return Stream.of(ofCalls(), ofSip(), ofMedia(), ofFlows()).flatMap(List::stream).toList();
    }

    private List<Metric> ofCalls() {
        return List.of(
                gauge("jackfield.calls.live", "", "Calls that this node holds.", () -> sources.calls().get().calls()),
                gauge("jackfield.legs.live", "", "Their legs: callers and agents.", () -> sources.calls().get().legs()),
                gauge("jackfield.stimuli.waiting", "",
                        "Things that happened to calls and were not handled yet; grows while the database is away.",
                        () -> sources.calls().get().waiting()));
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
                        () -> sources.media().get().streams()),
                gauge("jackfield.rtp.port.pairs", "state=taken", "RTP/RTCP port pairs in use.",
                        () -> sources.media().get().takenPairs()),
                gauge("jackfield.rtp.port.pairs", "state=resting", "Port pairs that rest after use.",
                        () -> sources.media().get().quarantinedPairs()),
                gauge("jackfield.rtp.port.pairs", "state=free", "Port pairs that a call may take.",
                        () -> sources.media().get().freePairs()),
                counter("jackfield.rtp.slots", "what=late",
                        "20 ms slots that a media thread served more than one slot late.",
                        () -> sources.media().get().lateSlots()),
                counter("jackfield.rtp.slots", "what=skipped", "20 ms slots that a media thread gave up.",
                        () -> sources.media().get().skippedSlots()));
    }

    private List<Metric> ofFlows() {
        return List.of(
                gauge("jackfield.process.instances", "",
                        "Process instances that run, of calls and of work items; of the whole cluster, so do not add nodes up.",
                        () -> flow(FlowCensus::instances)),
                gauge("jackfield.jobs", "state=open",
                        "Timers and other jobs of the workflow engine; of the whole cluster.",
                        () -> flow(FlowCensus::jobs)),
                gauge("jackfield.jobs", "state=failed", "Jobs given up after their last try; of the whole cluster.",
                        () -> flow(FlowCensus::failedJobs)));
    }

    private double flow(ToDoubleFunction<FlowCensus> part) {
        return flows.get().map(part::applyAsDouble).orElse(Double.NaN);
    }

    private static Metric gauge(String name, String label, String meaning, DoubleSupplier reading) {
        return new Metric(Kind.GAUGE, name, "", label, meaning, reading);
    }

    private static Metric counter(String name, String label, String meaning, DoubleSupplier reading) {
        return new Metric(Kind.COUNTER, name, "", label, meaning, reading);
    }
}
