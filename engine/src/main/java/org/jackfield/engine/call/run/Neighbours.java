package org.jackfield.engine.call.run;

import java.util.function.Supplier;
import org.jackfield.engine.call.CallControl;
import org.jackfield.engine.call.FlowRuns;
import org.jackfield.engine.node.NodeMessages;
import org.jackfield.engine.tenant.Admission;
import org.jackfield.engine.tenant.NumberDirectory;
import org.jackfield.engine.work.WorkDistribution;

/** Whom calls deal with. Flows and work know calls in turn, so they are looked up when they are needed. */
public record Neighbours(CallControl control, Supplier<FlowRuns> flows, Supplier<WorkDistribution> work,
        NumberDirectory numbers, Admission admission, NodeMessages nodes) {}
