/**
 * The people who work in the console: their roles, how they sign in, and their sessions. Secrets are kept as hashes only.
 * Knows no framework; the stores are ports. May import {@code directory}, {@code tenant}, {@code unit}, {@code id},
 * {@code error}. Start at {@link org.jackfield.engine.people.SignIn}.
 */
@NullMarked
package org.jackfield.engine.people;

import org.jspecify.annotations.NullMarked;
