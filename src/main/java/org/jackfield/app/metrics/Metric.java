package org.jackfield.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.DoubleSupplier;

/** One measured value: what it is called, what it tells, and how it is read. A label is {@code name=value}, or empty. */
record Metric(Kind kind, String name, String unit, String label, String meaning, DoubleSupplier reading) {

    /** Gauges go up and down, counters only up until the next start. */
    enum Kind {
        GAUGE,
        COUNTER
    }

    /** As Prometheus names it. */
    String exposedName() {
        String base = name.replace('.', '_') + (unit.isEmpty() ? "" : "_" + unit);
        return kind == Kind.COUNTER ? base + "_total" : base;
    }

    void register(MeterRegistry registry) {
        String[] tags = label.isEmpty() ? new String[0] : label.split("=", 2);
        String baseUnit = unit.isEmpty() ? null : unit;
        if (kind == Kind.GAUGE) {
            Gauge.builder(name, reading::getAsDouble)
                    .description(meaning)
                    .baseUnit(baseUnit)
                    .tags(tags)
                    .register(registry);
        } else {
            FunctionCounter.builder(name, reading, DoubleSupplier::getAsDouble)
                    .description(meaning)
                    .baseUnit(baseUnit)
                    .tags(tags)
                    .register(registry);
        }
    }
}
