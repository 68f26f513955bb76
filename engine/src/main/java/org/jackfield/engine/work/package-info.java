/**
 * Work distribution: work items wait in queues, workers are offered them. Knows nothing of calls: whoever can reach a
 * worker implements {@link org.jackfield.engine.work.OfferDesk}. May import its sub-packages, {@code tenant},
 * {@code event}, {@code unit}, {@code state}, {@code error}, {@code id}, {@code time}. Start at
 * {@link org.jackfield.engine.work.WorkDistribution}.
 */
@NullMarked
package org.jackfield.engine.work;

import org.jspecify.annotations.NullMarked;
