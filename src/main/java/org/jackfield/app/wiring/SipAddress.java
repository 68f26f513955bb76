package org.jackfield.app.wiring;

/** Where the SIP side really listens, once it does. */
record SipAddress(String host, int port) {

    String uri() {
        return "sip:" + Addresses.literal(host) + ":" + port;
    }
}
