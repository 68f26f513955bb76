package org.jackfield.engine.call.run;

import java.time.Duration;

/** Stops a node without losing calls. Blocks; called once by whoever stops the node. */
public interface CallDrain {

    /** Takes no new calls from now on; waits until the calls are over, at most that long, then ends the rest. */
    void drain(Duration atMost);
}
