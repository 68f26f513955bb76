/** Tests of the decisions that simulated people take by chance. */
@NullMarked
package org.jackfield.app.demo;

import org.jspecify.annotations.NullMarked;
