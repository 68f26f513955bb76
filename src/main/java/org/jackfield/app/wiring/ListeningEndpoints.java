package org.jackfield.app.wiring;

import org.jackfield.app.launch.Endpoints;
import org.jackfield.app.settings.HttpSettings;
import org.jackfield.engine.node.Nodes;
import org.springframework.core.env.Environment;

/** The real addresses, ports that were chosen freely included. */
record ListeningEndpoints(HttpSettings http, Environment environment, SipAddress sipAddress,
        Nodes nodes) implements Endpoints {

    @Override
    public String console() {
        return "http://" + Addresses.literal(http.address()) + ":" + environment.getProperty("local.server.port") + "/";
    }

    @Override
    public String sip() {
        return sipAddress.uri();
    }

    @Override
    public String node() {
        return nodes.self().name();
    }
}
