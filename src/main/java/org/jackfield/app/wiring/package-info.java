/**
 * Spring configuration of the application; classes that only adapt. May import everything; nothing imports it.
 */
@NullMarked
package org.jackfield.app.wiring;

import org.jspecify.annotations.NullMarked;
