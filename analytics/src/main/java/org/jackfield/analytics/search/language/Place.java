package org.jackfield.analytics.search.language;

/** Characters of a query's text, {@code end} not included. */
public record Place(int start, int end) {}
