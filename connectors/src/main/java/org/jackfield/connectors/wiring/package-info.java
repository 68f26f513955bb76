/**
 * Spring Boot auto-configuration of the connectors: classes that only adapt. May import everything in {@code engine} and
 * {@code connectors}; nothing imports it. Each is named in
 * {@code META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports}.
 */
@NullMarked
package org.jackfield.connectors.wiring;

import org.jspecify.annotations.NullMarked;
