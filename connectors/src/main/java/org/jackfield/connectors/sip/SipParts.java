package org.jackfield.connectors.sip;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.jackfield.connectors.rtp.MediaServer;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.presence.Registrations;
import org.jackfield.engine.tenant.NumberDirectory;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.time.Timers;

/**
 * What the SIP side stands on. The generator must be cryptographically strong: tags, Call-IDs and the nonces' key come from
 * it.
 */
public record SipParts(InboundCalls calls, MediaServer media, Directories directories, Basics basics) {

    /** Who is known and who is where. */
    public record Directories(NumberDirectory numbers, SipDirectory domains, Registrations registrations) {}

    /** Time, chance and names. */
    public record Basics(Clock clock, Timers timers, RandomGenerator random, Ids ids, OwnTags tags) {}
}
