/**
 * Who is reachable where: registrations of SIP phones (RFC 3261, section 10) and of clients, and the presence that is made of
 * them. May import {@code client}, {@code node}, {@code event}, {@code unit}, {@code tenant}, {@code id}, {@code error}, {@code time}. Start at
 * {@link org.jackfield.engine.presence.Presence}.
 */
@NullMarked
package org.jackfield.engine.presence;

import org.jspecify.annotations.NullMarked;
