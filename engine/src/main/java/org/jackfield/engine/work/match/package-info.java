/**
 * Who gets which item: the waiting items and the workers of one workspace in memory, indexed so that a decision looks at the
 * heads of the queues that a worker serves and at nobody else. Pure: no clock, no threads, no rows. Who serves whom is worked
 * out when a worker, a queue or a kind of condition is new, never per decision. May import {@code work.policy} and
 * {@code work.expression}. Start at {@link org.jackfield.engine.work.match.Matcher}.
 */
@NullMarked
package org.jackfield.engine.work.match;

import org.jspecify.annotations.NullMarked;
