/**
 * The tenants' directory: accounts and their tokens, the numbers that they own and what those run, their SIP domains and
 * users. Implements the look-ups that {@code engine.tenant} defines for the call path, and the administration behind the
 * API. Knows no framework; the stores are ports. May import {@code tenant}, {@code unit}, {@code id}, {@code error}.
 * Start at {@link org.jackfield.engine.directory.IncomingNumbers}.
 */
@NullMarked
package org.jackfield.engine.directory;

import org.jspecify.annotations.NullMarked;
