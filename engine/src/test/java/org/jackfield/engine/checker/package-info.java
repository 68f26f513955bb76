/**
 * An independent judge of what the product did: it reads events, tables and clients' logs, knows the rules in its own words
 * and shares no code with what it judges. Start at {@link org.jackfield.engine.checker.Checker}.
 */
@NullMarked
package org.jackfield.engine.checker;

import org.jspecify.annotations.NullMarked;
