package org.jackfield.engine.call.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jackfield.engine.call.Call.Placement;
import org.jackfield.engine.call.LegEvent.DialogIdentity;
import org.jackfield.engine.node.NodeId;

/** Where calls live: this node, which may become a new incarnation while it runs, and its folder of recordings. */
public record Home(Supplier<NodeId> self, Path recordings) {

    Placement placement() {
        NodeId here = self.get();
        return new Placement(here.name(), here.incarnation());
    }

    /** Here, known to the peer by that. */
    Placement placement(Optional<DialogIdentity> dialog) {
        NodeId here = self.get();
        return new Placement(here.name(), here.incarnation(), dialog);
    }

    boolean holds(Placement placement) {
        return self.get().equals(new NodeId(placement.node(), placement.incarnation()));
    }
}
