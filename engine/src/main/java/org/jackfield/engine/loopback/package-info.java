/**
 * A complete telephone network inside the process, for tests, demos and analysts: phones call in and are rung, press keys,
 * talk, listen, hold and hang up, in real time or on manual time. No third-party imports. May import {@code call},
 * {@code media}, {@code time}, {@code tenant}, {@code id}. Start at
 * {@link org.jackfield.engine.loopback.LoopbackNetwork}.
 */
@NullMarked
package org.jackfield.engine.loopback;

import org.jspecify.annotations.NullMarked;
