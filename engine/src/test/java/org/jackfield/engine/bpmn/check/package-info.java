/** Tests of the check of models; none needs the workflow engine. */
@NullMarked
package org.jackfield.engine.bpmn.check;

import org.jspecify.annotations.NullMarked;
