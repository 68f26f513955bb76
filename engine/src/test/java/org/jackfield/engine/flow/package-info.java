/** Tests of what flows are made of, and the pages about it. */
@NullMarked
package org.jackfield.engine.flow;

import org.jspecify.annotations.NullMarked;
