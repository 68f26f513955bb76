/** Every way through the shipped flows, on the real engine with scripted calls. Start at {@code ShippedFlowsTest}. */
@NullMarked
package org.jackfield.processes;

import org.jspecify.annotations.NullMarked;
