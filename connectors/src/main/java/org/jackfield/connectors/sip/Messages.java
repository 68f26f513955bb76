package org.jackfield.connectors.sip;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.Allow;
import gov.nist.javax.sip.header.AllowList;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.URI;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.RouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Makes and reads SIP messages. What it is given to parse comes from us or was parsed before; else it throws. */
final class Messages {

    /** The methods that we know. */
    static final List<String> METHODS = List.of(Request.INVITE, Request.ACK, Request.CANCEL, Request.BYE,
            Request.OPTIONS, Request.UPDATE, Request.REGISTER);
    static final String SDP = "application/sdp";
    private static final int MAX_FORWARDS = 70;
    private static final String AGENT = "Jackfield";

    /** The parts of a request that do not come from its dialog. */
    record Line(String method, URI target, String transport, long cseq) {}

    /** Who talks to whom, as the headers say it. */
    record Parties(String callId, Address local, String localTag, Address remote, String remoteTag) {}

    private final AddressFactory addresses = new AddressFactoryImpl();
    private final HeaderFactory headers = new HeaderFactoryImpl();
    private final MessageFactory messages = new MessageFactoryImpl();
    private final String address;
    private final int port;
    private final RandomGenerator random;

    Messages(String address, int port, RandomGenerator random) {
        this.address = address;
        this.port = port;
        this.random = random;
    }

    /** Sixteen hex digits: more than 32 random bits, as tags need (RFC 3261, section 19.3). */
    String newTag() {
        return HexFormat.of().toHexDigits(random.nextLong());
    }

    /** A positive number to name a session description by. */
    long newNumber() {
        return 1L + random.nextInt(Integer.MAX_VALUE);
    }

    String newCallId() {
        return newTag() + newTag() + "@" + address;
    }

    Address address(String text) {
        return checked(() -> addresses.createAddress(text));
    }

    URI uri(String text) {
        return checked(() -> addresses.createURI(text));
    }

    Header header(String name, String value) {
        return checked(() -> headers.createHeader(name, value));
    }

    /** The methods that we know (RFC 3261, section 20.5). */
    Header allow() {
        AllowList list = new AllowList();
        METHODS.forEach(method -> list.add(new Allow(method)));
        return list;
    }

    /** Where in-dialog requests shall come to. */
    Header contact(String transport) {
        return header("Contact", "<" + contactUri(transport) + ">");
    }

    String contactUri(String transport) {
        return "sip:" + hostPort() + ";transport=" + transport;
    }

    String hostPort() {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    Request request(Line line, Parties parties, List<Address> routes) {
        return checked(() -> {
            ViaHeader via = headers.createViaHeader(address, port, line.transport(), null);
            via.setRPort();
            Request request = messages.createRequest(line.target(), line.method(),
                    headers.createCallIdHeader(parties.callId()), headers.createCSeqHeader(line.cseq(), line.method()),
                    headers.createFromHeader(parties.local(), parties.localTag()),
                    headers.createToHeader(parties.remote(),
                            parties.remoteTag().isEmpty() ? null : parties.remoteTag()),
                    List.of(via), headers.createMaxForwardsHeader(MAX_FORWARDS));
            for (Address route : routes) {
                RouteHeader hop = headers.createRouteHeader(route);
                request.addLast(hop);
            }
            request.addHeader(header("User-Agent", AGENT));
            return request;
        });
    }

    Response response(Request request, int status, String localTag) {
        return checked(() -> {
            Response response = messages.createResponse(status, request);
            ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
            if (status != Response.TRYING && to.getTag() == null) {
                to.setTag(localTag);
            }
            response.addHeader(header("Server", AGENT));
            return response;
        });
    }

    void body(Message message, String sdp) {
        checked(() -> {
            message.setContent(sdp, headers.createContentTypeHeader("application", "sdp"));
            return message;
        });
    }

    /** The body when there is one. */
    static Optional<String> body(Message message) {
        byte[] raw = message.getRawContent();
        return raw == null || raw.length == 0
                ? Optional.empty()
                : Optional.of(new String(raw, StandardCharsets.UTF_8));
    }

    /** Whether there is a body that is not a plain session description. */
    static boolean hasForeignBody(Message message) {
        ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
        boolean description = type != null && "application".equalsIgnoreCase(type.getContentType())
                && "sdp".equalsIgnoreCase(type.getContentSubType());
        return body(message).isPresent() && !description;
    }

    /** The value of the first header of that name, as text. */
    static Optional<String> value(Message message, String name) {
        Header header = message.getHeader(name);
        if (header == null) {
            return Optional.empty();
        }
        String line = header.toString();
        return Optional.of(line.substring(line.indexOf(':') + 1).strip());
    }

    private static <T> T checked(Making<T> making) {
        try {
            return making.make();
        } catch (ParseException | InvalidArgumentException | SipException e) {
            throw new IllegalArgumentException("not a SIP element", e);
        }
    }

    @FunctionalInterface
    private interface Making<T> {
        T make() throws ParseException, InvalidArgumentException, SipException;
    }
}
