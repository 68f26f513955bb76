package org.jackfield.connectors.sip;

import gov.nist.javax.sip.header.ContentLength;
import gov.nist.javax.sip.header.MaxForwards;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sip.InvalidArgumentException;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.HeaderAddress;
import javax.sip.header.RecordRouteHeader;
import org.jspecify.annotations.Nullable;

/**
 * JAIN-SIP's parser, and what it lets pass: another version of SIP, fields that may come once and come twice, fields that are
 * missing, and requests of RFC 2543, which have no unique branch and perhaps no Max-Forwards. Thread-safe; holds nothing.
 */
final class StrictParser extends StringMsgParser {

    private static final String COOKIE = "z9hG4bK";
    private static final int MAX_FORWARDS = 70;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]+");
    /** The fields that a refusal copies. */
    private static final List<String> COPIED = List.of("Via", "CSeq", "Call-ID", "From", "To");
    private static final int LONGEST_NAME = 10;

    /** Made by JAIN-SIP through its name. */
    public static final class Factory implements MessageParserFactory {

        @Override
        public MessageParser createMessageParser(SIPTransactionStack stack) {
            return new StrictParser();
        }
    }

    /** The body is read here from a datagram, and by the connection from a stream. Null is dropped without an answer. */
    @Override
    @SuppressWarnings("NullAway") // what JAIN-SIP expects
    public SIPMessage parseSIPMessage(byte[] bytes, boolean readBody, boolean strict, ParseExceptionListener listener)
            throws ParseException {
        try {
            SIPMessage message = parsed(bytes, readBody, strict, listener);
            if (message != null && !(hasUsableTags(message) && canBeWritten(message) && canBeAnswered(message))) {
                throw new ParseException("a tag is no token, or an address has no host or no such port", 0);
            }
            if (message instanceof SIPRequest request && request.getRequestLine() != null) {
                check(request, MessageHead.of(bytes), readBody ? "UDP" : "TCP", listener);
                complete(request);
            }
            return message;
        } catch (ParseException e) {
            if (beginsWithAField(bytes)) {
                return null;
            }
            throw e;
        }
    }

    /** Others could not be written into our own requests. */
    private static boolean hasUsableTags(SIPMessage message) {
        return (message.getFrom() == null || isToken(message.getFromTag()))
                && (message.getTo() == null || isToken(message.getToTag()));
    }

    /** JAIN-SIP reads addresses without a host, and fails when it writes them. */
    private static boolean canBeWritten(SIPMessage message) {
        try {
            return !message.encode().isEmpty();
        } catch (NullPointerException e) {
            return false;
        }
    }

    /** Our own requests of the dialog go to these addresses. */
    private static boolean canBeAnswered(SIPMessage message) {
        return Stream.of(ContactHeader.NAME, RecordRouteHeader.NAME)
                .flatMap(name -> addresses(message, name))
                .noneMatch(field -> field.getAddress().getURI() instanceof SipURI uri && uri.getPort() > HIGHEST_PORT);
    }

    private static Stream<HeaderAddress> addresses(SIPMessage message, String name) {
        Iterable<SIPHeader> fields = () -> message.getHeaders(name);
        return StreamSupport.stream(fields.spliterator(), false)
                .filter(HeaderAddress.class::isInstance)
                .map(HeaderAddress.class::cast)
                .filter(field -> field.getAddress() != null);
    }

    private static boolean isToken(@Nullable String tag) {
        return tag == null || TOKEN.matcher(tag).matches();
    }

    /** Then JAIN-SIP fails at making a refusal. */
    private static boolean beginsWithAField(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_NAME), StandardCharsets.ISO_8859_1);
        return COPIED.stream().anyMatch(name -> start.startsWith(name) || start.startsWith(name, 1));
    }

    private SIPMessage parsed(byte[] bytes, boolean readBody, boolean strict, ParseExceptionListener listener)
            throws ParseException {
        try {
            return super.parseSIPMessage(bytes, readBody, strict, listener);
        } catch (RuntimeException e) {
            ParseException refused = new ParseException("cannot be parsed", 0);
            refused.initCause(e);
            throw refused;
        }
    }

    private static void check(SIPRequest request, MessageHead head, String transport, ParseExceptionListener listener)
            throws ParseException {
        request.getRequestLine().setSipVersion(head.version());
        if (transport.equals("TCP") && head.hasLengths()) {
            // Nobody can know where the next message begins: the listener closes the connection (RFC 4475, section 3.3.9).
            listener.handleException(new ParseException("more than one Content-Length", 0), request,
                    ContentLength.class,
                    MessageHead.CONTENT_LENGTH, "");
        }
        Via via = request.getTopmostVia();
        if (request.getFrom() == null || request.getTo() == null || request.getCallId() == null
                || request.getCSeq() == null
                || via == null) {
            throw new ParseException("a field is missing", 0);
        }
        if (head.repeatsItself()) {
            throw new ParseException("a field is there more than once", 0);
        }
        if (via.getPort() > HIGHEST_PORT) {
            throw new ParseException("no such port", 0);
        }
        if (!transport.equalsIgnoreCase(via.getTransport())) {
            throw new ParseException("came over another transport than it says", 0);
        }
    }

    /** So that one of RFC 2543 finds its transaction like any other (RFC 3261, section 17.2.3). */
    private static void complete(SIPRequest request) throws ParseException {
        try {
            if (request.getMaxForwards() == null) {
                request.setMaxForwards(new MaxForwards(MAX_FORWARDS));
            }
        } catch (InvalidArgumentException e) {
            throw new IllegalStateException(MAX_FORWARDS + " hops are allowed", e);
        }
        Via via = request.getTopmostVia();
        if (!isUnique(via.getBranch()) || via.getMAddr() != null) {
            request.getViaHeaders().removeFirst();
            request.getViaHeaders()
                    .addFirst(new KeptVia(via, isUnique(via.getBranch()) ? via.getBranch() : identity(request, via)));
        }
    }

    /** The magic cookie alone identifies nothing (RFC 4475, section 3.2.1). */
    private static boolean isUnique(String branch) {
        return branch != null && branch.length() > COOKIE.length()
                && branch.regionMatches(true, 0, COOKIE, 0, COOKIE.length());
    }

    /** The same for an INVITE, its repetitions, its CANCEL and the ACK of its refusal. */
    private static String identity(SIPRequest request, Via via) {
        String identity = String.join("\n", request.getRequestURI().toString(), request.getCallId().getCallId(),
                String.valueOf(request.getFromTag()), Long.toString(request.getCSeq().getSeqNumber()), via.encode());
        return COOKIE + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A Via that is told apart by an identity of ours and written as it came. Its answer goes where it came from: who names another
     * address would make us send to it.
     */
    private static final class KeptVia extends Via {

        private static final long serialVersionUID = 1L;
        private final String identity;

        KeptVia(Via as, String identity) {
            this.identity = identity;
            setSentProtocol(as.getSentProtocol());
            setSentBy(as.getSentBy());
            setParameters(as.getParameters());
        }

        @Override
        @SuppressWarnings("NullAway") // what JAIN-SIP expects
        public String getMAddr() {
            return null;
        }

        @Override
        public String getBranch() {
            return identity;
        }

        /** The transaction writes what {@link #getBranch} says into its answers. */
        @Override
        public void setBranch(String branch) {
            // What the phone sent stays.
        }
    }
}
