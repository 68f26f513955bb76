package org.jackfield.engine.call;

/** Where a connector delivers a call that came in. Returns at once; the decision arrives as a call to CallControl. */
@FunctionalInterface
public interface InboundCalls {

    void offer(InboundCall call);
}
