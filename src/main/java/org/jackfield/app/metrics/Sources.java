package org.jackfield.app.metrics;

import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jackfield.connectors.rtp.MediaServerStatistics;
import org.jackfield.connectors.sip.SipCensus;
import org.jackfield.engine.bpmn.FlowCensus;
import org.jackfield.engine.call.run.CallCensus;
import org.jackfield.engine.call.run.CallTotals;
import org.jackfield.engine.store.event.EventBacklog;
import org.jackfield.engine.work.WorkCensus;

/** The parts whose state is measured. Each is asked when somebody looks; flows and events ask the database. */
public record Sources(OfCalls calls, Supplier<SipCensus> sip, Supplier<MediaServerStatistics> media,
        Supplier<WorkCensus> work, Stored stored) {

    /** What calls hold, and how they ended. */
    public record OfCalls(Supplier<CallCensus> census, Supplier<CallTotals> totals) {}

    /** What the database is asked, and how many wait until they may ask it. */
    public record Stored(Supplier<FlowCensus> flows, Supplier<EventBacklog> events, IntSupplier inLine) {}
}
