package org.jackfield.analytics.label.define;

/** What may be said, in one turn and in this order. {@code text} is how its author wrote it. */
public record Phrase(String text, Part part) {}
