/** Tests of telling applications what happens. Start at {@link org.jackfield.engine.work.callback.ProgressTest}. */
@NullMarked
package org.jackfield.engine.work.callback;

import org.jspecify.annotations.NullMarked;
