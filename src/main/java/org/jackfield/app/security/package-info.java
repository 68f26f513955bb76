/**
 * What every HTTP request passes before a resource sees it: size limits, one address space, security headers, sign-in.
 * And how a refusal is written. May import {@code engine.client}, {@code engine.directory}, {@code engine.people}, {@code engine.error}, {@code settings}. Start at
 * {@link org.jackfield.app.security.SignInFilter}.
 */
@NullMarked
package org.jackfield.app.security;

import org.jspecify.annotations.NullMarked;
