/** Tests of the workflow engine's plug-in. They do not run in parallel in one JVM: the engine's clock is static. */
@NullMarked
package org.jackfield.engine.bpmn;

import org.jspecify.annotations.NullMarked;
