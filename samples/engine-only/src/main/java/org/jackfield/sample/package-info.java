/**
 * A Spring Boot application that adds nothing but the engine: calls come over the in-process phone network and run a BPMN
 * model. Start at {@link org.jackfield.sample.EngineOnlyApplication}.
 */
@NullMarked
package org.jackfield.sample;

import org.jspecify.annotations.NullMarked;
