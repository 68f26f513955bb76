package org.jackfield.app.metrics;

import java.util.function.Supplier;
import org.jackfield.connectors.rtp.MediaServerStatistics;
import org.jackfield.connectors.sip.SipCensus;
import org.jackfield.engine.bpmn.FlowCensus;
import org.jackfield.engine.call.run.CallCensus;

/** The parts whose state is measured. Each is asked when somebody looks; only the flows ask the database. */
public record Sources(Supplier<CallCensus> calls, Supplier<SipCensus> sip, Supplier<MediaServerStatistics> media,
        Supplier<FlowCensus> flows) {}
