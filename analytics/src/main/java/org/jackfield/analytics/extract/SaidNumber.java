package org.jackfield.analytics.extract;

/**
 * A number of a text, or one of the pieces in which it is told: {@code forty two}, {@code double seven}, {@code 4111}.
 *
 * @param start its first character
 * @param end the character behind it
 * @param digits as it is told, leading zeros kept; empty for a word that only scales what stands before it
 * @param words how many other words lie between it and the piece before, or the beginning of the text
 * @param marked whether a sign, such as a comma or a hyphen, lies between it and the piece before
 * @param unsure whether it is a number only by its sound: the {@code for} of {@code for one one one}
 */
public record SaidNumber(int start, int end, String digits, int words, boolean marked, boolean unsure) {}
