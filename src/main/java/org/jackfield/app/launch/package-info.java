/**
 * How the product starts and stops as a process: options, exit codes, the ready line, what a failed start tells the
 * operator, draining. May import {@code settings} and Spring Boot. Start at {@link org.jackfield.app.launch.Launch}.
 */
@NullMarked
package org.jackfield.app.launch;

import org.jspecify.annotations.NullMarked;
