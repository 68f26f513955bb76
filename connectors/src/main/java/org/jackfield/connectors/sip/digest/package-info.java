/**
 * Digest access authentication as SIP uses it (RFC 3261, section 22; RFC 8760 for SHA-256; RFC 7616 for the nonce), both
 * ends of it. May import {@code engine.tenant}. Start at {@link org.jackfield.connectors.sip.digest.DigestGate}.
 */
@NullMarked
package org.jackfield.connectors.sip.digest;

import org.jspecify.annotations.NullMarked;
