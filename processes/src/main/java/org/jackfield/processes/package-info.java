/**
 * The flows and decisions that come with the product: {@code welcome}, {@code hello}, {@code work-item} and the tables that
 * they ask, as files under {@code jackfield/flows}. May import {@code engine.flow}. Start at
 * {@link org.jackfield.processes.ProductFlows}.
 */
@NullMarked
package org.jackfield.processes;

import org.jspecify.annotations.NullMarked;
