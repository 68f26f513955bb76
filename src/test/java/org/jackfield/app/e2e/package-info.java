/**
 * The product as its users meet it: the packaged jar as a child process, real SIP peers (SIPp, baresip), real RTP over
 * loopback, the public API. Start reading at {@link org.jackfield.app.e2e.WelcomeCallIT}.
 */
@NullMarked
package org.jackfield.app.e2e;

import org.jspecify.annotations.NullMarked;
