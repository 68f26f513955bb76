package org.jackfield.engine.call.run;

/** How many calls, legs and waiting stimuli this node holds in memory now; all zero when no call is up. */
public record CallCensus(int calls, int legs, int waiting) {}
