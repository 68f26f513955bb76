package org.jackfield.connectors.rtp;

/**
 * A snapshot of the media server: streams that are open, port pairs that are free, resting after use and taken, and 20 ms
 * slots that the media threads served late by more than one slot, or gave up; and how well the streams went.
 */
public record MediaServerStatistics(int streams, int freePairs, int quarantinedPairs, int takenPairs, long lateSlots,
        long skippedSlots, MediaQuality quality) {}
