/**
 * Simulated callers and agents for a look at the product while it works. They know it only from outside: the public API over
 * HTTP, and phones of their own over SIP and RTP on loopback. May import {@code settings}, {@code launch} (where the
 * instance listens) and the codec of {@code connectors.rtp}. Start at {@link org.jackfield.app.demo.Demo}.
 */
@NullMarked
package org.jackfield.app.demo;

import org.jspecify.annotations.NullMarked;
