package org.jackfield.engine.work.expression;

/** Something about an expression that is allowed and hardly meant, and where it stands (0 is the first character). */
public record Warning(int position, String text) {}
