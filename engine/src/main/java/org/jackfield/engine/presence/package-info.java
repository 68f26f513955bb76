/**
 * Who is reachable where: registrations of SIP phones (RFC 3261, section 10). May import {@code tenant}, {@code time}. Start at
 * {@link org.jackfield.engine.presence.Registrations}.
 */
@NullMarked
package org.jackfield.engine.presence;

import org.jspecify.annotations.NullMarked;
