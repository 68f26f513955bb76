/**
 * Routing policies: which filter takes a work item, whom its targets ask one after the other, and for how long. A policy is
 * read from its document with every problem named by its place; {@link org.jackfield.engine.work.policy.Route} is where an item
 * stands in it, a pure step machine. May import {@code work.expression} and {@code state}. Start at
 * {@link org.jackfield.engine.work.policy.RoutingPolicy}.
 */
@NullMarked
package org.jackfield.engine.work.policy;

import org.jspecify.annotations.NullMarked;
