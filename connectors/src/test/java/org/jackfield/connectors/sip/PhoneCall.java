package org.jackfield.connectors.sip;

import java.util.List;
import java.util.Optional;

/** One dialog of a {@link TestPhone}, from either end. */
public final class PhoneCall {

    private final TestPhone phone;
    private final String callId;
    private final String ourTag = TestPhone.newName();
    private final String ourUri;
    private final String peerUri;
    private final Optional<SipText> invited;
    private String target;
    private String peerTag = "";
    private String from;
    private String branch = "";
    private long sequence;
    private List<String> extra = List.of();

    /** A call that the phone makes. */
    PhoneCall(TestPhone phone, String uri) {
        this.phone = phone;
        this.callId = TestPhone.newName() + "@127.0.0.1";
        this.target = uri;
        this.peerUri = uri;
        this.ourUri = "sip:" + phone.user() + "@phone.example";
        this.from = ourUri;
        this.invited = Optional.empty();
    }

    /** A call that came to the phone. */
    PhoneCall(TestPhone phone, SipText invite) {
        this.phone = phone;
        this.callId = invite.header("Call-ID");
        this.target = SipText.uri(invite.header("Contact"));
        this.peerUri = SipText.uri(invite.header("From"));
        this.ourUri = SipText.uri(invite.header("To"));
        this.from = ourUri;
        this.peerTag = SipText.tag(invite.header("From"));
        this.invited = Optional.of(invite);
    }

    SipText invited() {
        return invited.orElseThrow();
    }

    PhoneCall from(String uri) {
        from = uri;
        return this;
    }

    /** Header lines for the next request. */
    PhoneCall with(String... lines) {
        extra = List.of(lines);
        return this;
    }

    PhoneCall invite(Optional<String> sdp) {
        sequence++;
        branch = TestPhone.newBranch();
        send("INVITE", sequence, branch, sdp.orElse(""));
        return this;
    }

    /** Once more exactly the same INVITE would need the text; this is the same transaction with the same branch. */
    void repeatInvite(String sdp) {
        send("INVITE", sequence, branch, sdp);
    }

    void ack(String sdp) {
        send("ACK", sequence, TestPhone.newBranch(), sdp);
    }

    public void ack() {
        ack("");
    }

    public void cancel() {
        send("CANCEL", sequence, branch, "");
    }

    public void bye() {
        request("BYE", "");
    }

    void update(String sdp) {
        request("UPDATE", sdp);
    }

    void request(String method, String sdp) {
        sequence++;
        send(method, sequence, TestPhone.newBranch(), sdp);
    }

    private void send(String method, long cseq, String via, String sdp) {
        boolean initial = method.equals("CANCEL") || peerTag.isEmpty();
        String type = sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n";
        String more = extra.isEmpty() ? "" : String.join("\r\n", extra) + "\r\n";
        extra = List.of();
        phone.send(method + " " + (method.equals("CANCEL") ? peerUri : target)
                + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
                + phone.port() + ";branch=" + via + ";rport\r\nMax-Forwards: 70\r\nFrom: <" + from + ">;tag=" + ourTag
                + "\r\nTo: <" + peerUri + ">" + (initial ? "" : ";tag=" + peerTag) + "\r\nCall-ID: " + callId
                + "\r\nCSeq: "
                + cseq + " " + method + "\r\nContact: <" + phone.contact() + ">\r\n" + more + type + "Content-Length: "
                + sdp.length() + "\r\n\r\n" + sdp);
    }

    /** Waits for an answer to the last INVITE and takes over what it says of the dialog. */
    public SipText expect(int status) {
        return expect(status, "INVITE");
    }

    SipText expect(int status, String method) {
        SipText answer = phone.await(status + " to " + method, message -> message.status() == status
                && message.method().equals(method) && message.header("Call-ID").equals(callId));
        if (method.equals("INVITE") && status > 100) {
            learn(answer);
        }
        if (method.equals("INVITE") && status >= 300) {
            ackRefusal();
        }
        return answer;
    }

    /** Takes over what an answer to an INVITE says of the dialog. */
    void learn(SipText answer) {
        peerTag = SipText.tag(answer.header("To"));
        if (answer.status() < 300) {
            answer.find("Contact").ifPresent(contact -> target = SipText.uri(contact));
        }
    }

    /** The ACK of a final answer above 299 belongs to the INVITE's transaction. */
    void ackRefusal() {
        send("ACK", sequence, branch, "");
    }

    /** Forgets the tag, for a second INVITE of the same call after a challenge. */
    PhoneCall afresh() {
        peerTag = "";
        return this;
    }

    public SipText awaitRequest(String method) {
        return phone.await(method, message -> message.isRequest() && message.method().equals(method)
                && message.header("Call-ID").equals(callId));
    }

    /** A 200 without a description whose fields are not those of the INVITE. */
    void acceptAs(String via, String fromHeader, String call, String sdp) {
        SipText invite = invited();
        phone.send("SIP/2.0 200 OK\r\nVia: " + via + "\r\nFrom: " + fromHeader + "\r\nTo: " + invite.header("To")
                + ";tag=x\r\nCall-ID: " + call + "\r\nCSeq: " + invite.header("CSeq") + "\r\nContact: <"
                + phone.contact() + ">\r\n" + (sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
                + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp);
    }

    public void respond(int status) {
        respond(invited(), status, "");
    }

    public void accept() {
        respond(invited(), 200, phone.sdp("sendrecv"));
    }

    public void respond(SipText request, int status, String sdp, String... lines) {
        respondAs(ourTag, request, status, sdp, lines);
    }

    /** As another fork would: with a To tag of its own. */
    void respondAs(String tag, SipText request, int status, String sdp, String... lines) {
        String type = sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n";
        String more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
        String to = request.header("To");
        phone.send("SIP/2.0 " + status + " X\r\nVia: " + request.header("Via") + "\r\nFrom: " + request.header("From")
                + "\r\nTo: " + (status == 100 || to.contains(";tag=") ? to : to + ";tag=" + tag) + "\r\nCall-ID: "
                + callId
                + "\r\nCSeq: " + request.header("CSeq") + "\r\nContact: <" + phone.contact() + ">\r\n" + more + type
                + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp);
    }

    public String callId() {
        return callId;
    }
}
