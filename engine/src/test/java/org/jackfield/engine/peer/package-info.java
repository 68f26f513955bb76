/**
 * Real peers of the tests: programs such as SIPp and baresip that come from the operating system's packages. Imports
 * nothing of ours. Start at {@link org.jackfield.engine.peer.Peers}.
 */
@NullMarked
package org.jackfield.engine.peer;

import org.jspecify.annotations.NullMarked;
