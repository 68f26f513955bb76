package org.jackfield.connectors.rtp;

/** A stream to open: the leg it belongs to (for logs) and who hears what happens on it. */
public record MediaRequest(String leg, MediaListener listener) {}
