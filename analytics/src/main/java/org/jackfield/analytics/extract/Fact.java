package org.jackfield.analytics.extract;

/** What holds for the whole conversation in the end: the value of a label that was agreed last. {@code normal} as in {@link ValueType}. */
public record Fact(String label, ValueType type, String normal) {}
