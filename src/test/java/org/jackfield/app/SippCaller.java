package org.jackfield.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.engine.peer.Peers;

/** SIPp as a caller that stays until the other side hangs up; its sound goes to a port of the test. */
final class SippCaller implements AutoCloseable {

    private static final Pattern AUDIO = Pattern.compile("m=audio ([0-9]+) ");
    private static final int PATIENCE_SECONDS = 60;
    private static final String SCENARIO = """
            <?xml version="1.0" encoding="ISO-8859-1" ?>
            <scenario name="caller">
              <send retrans="500">
                <![CDATA[
                  INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
                  Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                  From: "Caller" <sip:caller@[local_ip]:[local_port]>;tag=[call_number]
                  To: <sip:[service]@[remote_ip]:[remote_port]>
                  Call-ID: [call_id]
                  CSeq: 1 INVITE
                  Contact: <sip:caller@[local_ip]:[local_port]>
                  Max-Forwards: 70
                  Content-Type: application/sdp
                  Content-Length: [len]

                  v=0
                  o=caller 53655765 2353687637 IN IP4 127.0.0.1
                  s=-
                  c=IN IP4 127.0.0.1
                  t=0 0
                  m=audio MEDIA_PORT RTP/AVP 0 101
                  a=rtpmap:0 PCMU/8000
                  a=rtpmap:101 telephone-event/8000
                  a=fmtp:101 0-15
                ]]>
              </send>
              <recv response="100" optional="true"></recv>
              <recv response="180" optional="true"></recv>
              <recv response="183" optional="true"></recv>
              <recv response="200" rtd="true" rrs="true"></recv>
              <send>
                <![CDATA[
                  ACK [next_url] SIP/2.0
                  Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                  From: "Caller" <sip:caller@[local_ip]:[local_port]>;tag=[call_number]
                  To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]
                  Call-ID: [call_id]
                  CSeq: 1 ACK
                  Max-Forwards: 70
                  Content-Length: 0
                ]]>
              </send>
              <recv request="BYE"></recv>
              <send>
                <![CDATA[
                  SIP/2.0 200 OK
                  [last_Via:]
                  [last_From:]
                  [last_To:]
                  [last_Call-ID:]
                  [last_CSeq:]
                  Content-Length: 0
                ]]>
              </send>
            </scenario>
            """;

    private final Process process;
    private final Path messages;

    private SippCaller(Process process, Path messages) {
        this.process = process;
        this.messages = messages;
    }

    /** Calls the number; skips the test by name when SIPp is not installed. */
    static SippCaller call(Product.Ready product, String number, int mediaPort, Path folder) {
        Peers.require("sipp");
        try {
            Path scenario = Files.writeString(folder.resolve("caller.xml"),
                    SCENARIO.replace("MEDIA_PORT", String.valueOf(mediaPort)));
            Path messages = folder.resolve("messages.log");
            List<String> command = List.of("sipp", product.sipHost() + ":" + product.sipPort(), "-i", "127.0.0.1",
                    "-sf", scenario.toString(), "-s", number, "-m", "1", "-nostdin", "-trace_msg", "-message_file",
                    messages.toString(), "-timeout", PATIENCE_SECONDS + "s", "-timeout_error");
            return new SippCaller(new ProcessBuilder(command).directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("screen.log").toFile())
                    .start(), messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the product expects sound, once it answered with its port; 0 before. */
    int mediaPortOfPeer() {
        try {
            String text = Files.exists(messages) ? Files.readString(messages) : "";
            int answer = text.indexOf("SIP/2.0 200");
            Matcher audio = AUDIO.matcher(answer < 0 ? "" : text.substring(answer));
            return audio.find() ? Integer.parseInt(audio.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the other side hung up; 0 when all went as it should. */
    int result() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
