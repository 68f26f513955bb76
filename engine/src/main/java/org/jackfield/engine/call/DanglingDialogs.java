package org.jackfield.engine.call;

import org.jackfield.engine.call.LegEvent.DialogIdentity;

/**
 * Ends legs that a node left behind when it died: the connector sends BYE from the stored identity of the dialog (RFC 3261,
 * section 15), also to a caller whose answer was not on record yet: he may have it. Returns at once; a peer that is gone is no error. Thread-safe.
 */
@FunctionalInterface
public interface DanglingDialogs {

    void bye(String leg, DialogIdentity dialog);
}
