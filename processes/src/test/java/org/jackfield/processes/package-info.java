@NullMarked
package org.jackfield.processes;

import org.jspecify.annotations.NullMarked;
