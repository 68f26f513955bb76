/**
 * Spring Boot auto-configuration of the engine: classes that only adapt, at most some thirty lines each. May import
 * everything in {@code engine}; nothing imports it. Each is named in
 * {@code META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports}.
 */
@NullMarked
package org.jackfield.engine.wiring;

import org.jspecify.annotations.NullMarked;
