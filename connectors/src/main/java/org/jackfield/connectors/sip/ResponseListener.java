package org.jackfield.connectors.sip;

import javax.sip.message.Response;

/** Hears what came of a request that we sent, on a thread of the stack: it must only tell a mailbox. */
interface ResponseListener {

    /** Nobody waits for what comes. */
    ResponseListener NONE = new ResponseListener() {
        @Override
        public void onResponse(Response response) {
            // Whatever it says changes nothing.
        }

        @Override
        public void onTimeout() {
            // The peer is gone, as it should be.
        }
    };

    void onResponse(Response response);

    /** No final answer came in time, or the request could not be sent. */
    void onTimeout();
}
