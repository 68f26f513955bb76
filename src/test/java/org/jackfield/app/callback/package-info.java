/** Tests of callbacks without the product around them. */
@NullMarked
package org.jackfield.app.callback;

import org.jspecify.annotations.NullMarked;
