package org.jackfield.analytics.transcript;

/**
 * When a word of a turn was said, as a recogniser knows it.
 *
 * @param turn the turn's number
 * @param start its first character in the turn's text
 * @param end the character behind it
 * @param time milliseconds from the start of the recording
 */
public record WordTime(int turn, int start, int end, Turn.Time time) {}
