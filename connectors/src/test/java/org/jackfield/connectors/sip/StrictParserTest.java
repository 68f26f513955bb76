package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser no longer lets pass; several cases were found by {@link FuzzTest}. */
class StrictParserTest {

    private static final String GOOD = """
            OPTIONS sip:x@h.example SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKm
            Max-Forwards: 70
            From: <sip:a@b.example>;tag=1
            To: <sip:x@h.example>
            Call-ID: m1
            CSeq: 1 OPTIONS
            Content-Length: 0

            """;
    private static final ParseExceptionListener REFUSES = (cause, message, field, header, text) -> {
        if (field != null) {
            throw cause;
        }
    };

    private static SIPMessage parse(String message, boolean datagram) throws ParseException {
        return new StrictParser().parseSIPMessage(message.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1),
                datagram, false, REFUSES);
    }

    private static SIPRequest request(String message) throws ParseException {
        return (SIPRequest) parse(message, true);
    }

    @Test
    void keepsTheVersionThatTheRequestNames() throws ParseException {
        assertThat(request(GOOD).getRequestLine().getSipVersion()).isEqualTo("SIP/2.0");
        assertThat(request(GOOD.replace("h.example SIP/2.0", "h.example SIP/7.0")).getRequestLine().getSipVersion())
                .isEqualTo("SIP/7.0");
    }

    @ParameterizedTest
    @CsvSource({"From: <sip:other@b.example>;tag=2", "f: <sip:other@b.example>;tag=2", "To: <sip:y@h.example>",
        "Call-ID: m2",
        "i: m2", "CSeq: 2 OPTIONS", "Max-Forwards: 69", "Content-Length: 5", "l: 5"})
    void refusesAFieldThatMayComeOnce(String again) {
        assertThatThrownBy(() -> parse(GOOD.replace("CSeq:", again + "\nCSeq:"), true))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void closesAStreamWhoseFrameNobodyKnows() {
        String message = GOOD.replace("/UDP", "/TCP").replace("CSeq:", "Content-Length: 5\nCSeq:");

        assertThatThrownBy(() -> parse(message, false)).hasMessageContaining("Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From", "To", "Call-ID", "CSeq", "Via"})
    void refusesARequestThatLacksAField(String name) {
        assertThatThrownBy(() -> parse(GOOD.replaceFirst("(?m)^" + name + ":.*\n", ""), true))
                .isInstanceOf(ParseException.class);
    }

    /** A request of ours in their dialog would go there. */
    @ParameterizedTest
    @ValueSource(strings = {"Contact: <sip:a@192.0.2.1:65536>", "m: sip:a@192.0.2.1:99999",
        "Record-Route: <sip:192.0.2.1;lr>, <sip:192.0.2.2:65536;lr>"})
    void refusesAnAddressWithAPortThatThereIsNot(String field) {
        String answer = GOOD.replaceFirst(".*\n", "SIP/2.0 200 OK\n");

        assertThatThrownBy(() -> parse(GOOD.replace("CSeq:", field + "\nCSeq:"), true))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> parse(answer.replace("CSeq:", field + "\nCSeq:"), true))
                .isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contact: <sip:a@192.0.2.1:65535>", "Contact: *", "Contact: <tel:+14155550100>",
        "Record-Route: <sip:192.0.2.1;lr>"})
    void takesAnAddressThatCanBeReached(String field) throws ParseException {
        assertThat(request(GOOD.replace("CSeq:", field + "\nCSeq:")).getCSeq()).isNotNull();
    }

    @Test
    void refusesAFieldThatOnlyContinuesAnother() {
        assertThatThrownBy(() -> parse(GOOD.replace("CSeq:", " CSeq:"), true)).isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\u00ff", "a\u0001b", "(", "a/b"})
    void refusesATagThatOurOwnRequestsCannotCarry(String tag) {
        assertThatThrownBy(() -> parse(GOOD.replace("tag=1", "tag=" + tag), true)).isInstanceOf(ParseException.class);
    }

    @Test
    void refusesATransportThatItDidNotComeBy() {
        assertThatThrownBy(() -> parse(GOOD, false)).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> parse(GOOD.replace("/UDP", "/TCP"), true)).isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contact: <sip:>", "Record-Route: <sip:>", "Contact: sip:"})
    void refusesAnAddressThatOurOwnRequestsCannotCarry(String line) {
        assertThatThrownBy(() -> parse(GOOD.replace("CSeq:", line + "\nCSeq:"), true))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatThrownBy(() -> parse(GOOD.replace(":5060", ":65536"), true)).isInstanceOf(ParseException.class);
    }

    @Test
    void dropsWhatBeginsWithAField() throws ParseException {
        assertThat(parse(GOOD.substring(GOOD.indexOf("Via")), true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";branch=7", ";branch=z9hG4bK"})
    void tellsRequestsOfAnOldPhoneApart(String branch) throws ParseException {
        String old = GOOD.replace(";branch=z9hG4bKm", branch).replace("Max-Forwards: 70\n", "");

        SIPRequest first = request(old);
        SIPRequest again = request(old);
        SIPRequest next = request(old.replace("CSeq: 1", "CSeq: 2"));

        assertThat(first.getTransactionId()).startsWith("z9hg4bk")
                .isEqualTo(again.getTransactionId())
                .isNotEqualTo(next.getTransactionId());
        assertThat(first.getTopmostVia().encode().strip()).isEqualTo("Via: SIP/2.0/UDP 192.0.2.1:5060" + branch);
        assertThat(first.getMaxForwards().getMaxForwards()).isEqualTo(70);
    }

    @Test
    void answersWhereARequestCameFromWhateverAddressItNames() throws ParseException {
        SIPRequest request = request(GOOD.replace("branch", "maddr=198.51.100.7;branch"));

        assertThat(request.getTopmostVia().getMAddr()).isNull();
        assertThat(request.getTopmostVia().encode()).contains("maddr=198.51.100.7").contains("branch=z9hG4bKm");
        assertThat(request.getTransactionId()).isEqualTo("z9hg4bkm");
    }
}
