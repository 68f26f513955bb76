/**
 * The settings of the application, one validated record a concept. Names, defaults, units and reasons stand in
 * {@code application.yml}. Imports {@code engine.error} only. Start at
 * {@link org.jackfield.app.settings.HttpSettings}.
 */
@NullMarked
package org.jackfield.app.settings;

import org.jspecify.annotations.NullMarked;
