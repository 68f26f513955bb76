/**
 * Damages valid input by chance of a seed, for tests that nothing breaks. Imports nothing of ours. Start at
 * {@link org.jackfield.connectors.fuzz.Mutator}.
 */
@NullMarked
package org.jackfield.connectors.fuzz;

import org.jspecify.annotations.NullMarked;
