package org.jackfield.engine.work;

import org.jackfield.engine.work.statistics.ActivitySpans;
import org.jackfield.engine.work.statistics.Milestones;

/** Where what statistics are made of is kept. */
public record WorkFigures(Milestones milestones, ActivitySpans spans, LiveFigures live) {}
