/**
 * What can go wrong, named once: {@link org.jackfield.engine.error.ErrorCode} lists every code with its class, cause and
 * remedy; the edges map it (HTTP, BPMN errors, SIP). Imports nothing of ours.
 */
@NullMarked
package org.jackfield.engine.error;

import org.jspecify.annotations.NullMarked;
