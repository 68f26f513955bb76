package org.jackfield.connectors.sip;

import javax.sip.message.Request;
import javax.sip.message.Response;

/** Who is behind a local tag. Called on the stack's threads: each must only tell a mailbox. */
interface DialogOwner {

    String callId();

    void onRequest(IncomingRequest request);

    void onAck(Request ack);

    /** A 2xx to an INVITE whose transaction is over: a retransmission, or the answer of another fork. */
    void onStrayAnswer(Response response);
}
