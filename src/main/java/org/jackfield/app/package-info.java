/**
 * The application: {@link org.jackfield.app.Jackfield} starts it. May import everything; nothing imports it.
 */
@NullMarked
package org.jackfield.app;

import org.jspecify.annotations.NullMarked;
