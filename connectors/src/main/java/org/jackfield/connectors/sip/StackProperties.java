package org.jackfield.connectors.sip;

import java.util.Properties;

/** JAIN-SIP's settings. Dialogs are ours, so its own are off. */
final class StackProperties {

    /** Bytes that wait to be read, so that a burst does not push out what comes from others. */
    private static final int RECEIVE_BUFFER = 1 << 20;
    private static final String NIST = "gov.nist.javax.sip.";

    private StackProperties() {}

    static Properties of(SipOptions options, int port) {
        SipOptions.Limits limits = options.limits();
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "jackfield-" + options.address() + "-" + port);
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        properties.setProperty("javax.sip.ROUTER_PATH", PinnedRoutes.Finder.class.getName());
        properties.setProperty("javax.sip.USE_ROUTER_FOR_ALL_URIS", "true");
        properties.setProperty(NIST + "AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
        properties.setProperty(NIST + "DELIVER_UNSOLICITED_NOTIFY", "true");
        properties.setProperty(NIST + "REENTRANT_LISTENER", "true");
        properties.setProperty(NIST + "THREAD_POOL_SIZE", "4");
        properties.setProperty(NIST + "THREAD_PRIORITY", Integer.toString(Thread.NORM_PRIORITY));
        properties.setProperty(NIST + "NETWORK_LAYER", GuardedNetwork.class.getName());
        properties.setProperty(NIST + "MESSAGE_PARSER_FACTORY", StrictParser.Factory.class.getName());
        properties.setProperty(NIST + "STACK_LOGGER", StackLogs.Stack.class.getName());
        properties.setProperty(NIST + "SERVER_LOGGER", StackLogs.Server.class.getName());
        properties.setProperty(NIST + "MAX_MESSAGE_SIZE", Integer.toString(limits.message()));
        properties.setProperty(NIST + "RECEIVE_UDP_BUFFER_SIZE", Integer.toString(RECEIVE_BUFFER));
        properties.setProperty(NIST + "MAX_SERVER_TRANSACTIONS", Integer.toString(limits.transactions()));
        properties.setProperty(NIST + "MAX_CONNECTIONS", Integer.toString(limits.connections()));
        properties.setProperty(NIST + "READ_TIMEOUT", Long.toString(limits.messageTime().toMillis()));
        properties.setProperty(NIST + "RELIABLE_CONNECTION_KEEP_ALIVE_TIMEOUT",
                Long.toString(limits.connectionIdle().toMillis()));
        properties.setProperty(NIST + "TCP_NODELAY", "true");
        return properties;
    }
}
