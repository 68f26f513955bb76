package org.jackfield.engine.call.run;

/** How many calls of this node were answered and ended, ended without an answer, or were not let in, since its start. */
public record CallTotals(long completed, long failed, long refused) {}
