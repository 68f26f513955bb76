package org.jackfield.analytics.label.learn;

/**
 * A turn to learn from.
 *
 * @param rows its cues
 * @param gold of each label, 1 if it is right, 0 if it is wrong, below zero if nobody knows
 * @param ruled of each label, whether its definition holds
 * @param group turns of one group come from conversations with the same text
 */
record Example(int[] rows, byte[] gold, boolean[] ruled, int group) {}
