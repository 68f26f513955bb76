/**
 * What happened to work items and their workers, as statistics count it: milestones of items, and how long workers were in
 * which activity. Written in the commit of what they tell of, read by period. Knows items and workers by their ids only. May
 * import {@code tenant}. Start at {@link org.jackfield.engine.work.statistics.Milestone}, then
 * {@link org.jackfield.engine.work.statistics.Milestones}.
 */
@NullMarked
package org.jackfield.engine.work.statistics;

import org.jspecify.annotations.NullMarked;
