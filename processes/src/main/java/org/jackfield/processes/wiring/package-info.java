/** Offers the product's flows to the engine. May import {@code processes} and {@code engine.flow}. */
@NullMarked
package org.jackfield.processes.wiring;

import org.jspecify.annotations.NullMarked;
