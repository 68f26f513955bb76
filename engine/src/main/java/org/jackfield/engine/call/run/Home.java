package org.jackfield.engine.call.run;

import java.nio.file.Path;
import org.jackfield.engine.call.Call.Placement;

/** Where calls live: the node, at which of its starts, and its folder of recordings. */
public record Home(String node, long incarnation, Path recordings) {

    Placement placement() {
        return new Placement(node, incarnation);
    }

    boolean holds(Placement placement) {
        return placement.node().equals(node) && placement.incarnation() == incarnation;
    }
}
