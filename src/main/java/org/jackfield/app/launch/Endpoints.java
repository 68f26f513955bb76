package org.jackfield.app.launch;

/** Where a running instance listens, for its ready line; asked once everything has started. */
public interface Endpoints {

    /** The console's address, such as {@code http://127.0.0.1:8080/}. */
    String console();

    /** The SIP address, such as {@code sip:127.0.0.1:5060}. */
    String sip();

    /** The node's name. */
    String node();
}
