/**
 * Tests of callbacks without the product around them. Start at {@link org.jackfield.app.callback.AssignmentAnswerTest}.
 */
@NullMarked
package org.jackfield.app.callback;

import org.jspecify.annotations.NullMarked;
