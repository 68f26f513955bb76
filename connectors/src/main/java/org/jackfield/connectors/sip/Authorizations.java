package org.jackfield.connectors.sip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.Header;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.digest.DigestAlgorithm;
import org.jackfield.connectors.sip.digest.DigestAnswer;
import org.jackfield.connectors.sip.digest.DigestClient;
import org.jackfield.connectors.sip.digest.DigestClient.PeerChallenge;
import org.jackfield.connectors.sip.digest.DigestClient.Retry;
import org.jackfield.connectors.sip.digest.DigestGate.Challenge;
import org.jackfield.engine.call.CallControl.Credentials;

/** Digest values between headers and the digest package. */
final class Authorizations {

    private static final int MOST_HEADERS = 4;

    private Authorizations() {}

    /** A header to add. */
    record Named(String name, String value) {}

    /** The answers to challenges of ours in a request; a few at most are looked at. */
    static List<DigestAnswer> answers(Request request) {
        List<DigestAnswer> found = new ArrayList<>();
        ListIterator<?> all = request.getHeaders(AuthorizationHeader.NAME);
        while (all.hasNext() && found.size() < MOST_HEADERS) {
            if (all.next() instanceof AuthorizationHeader header && "digest".equalsIgnoreCase(header.getScheme())) {
                found.add(answer(header));
            }
        }
        return found;
    }

    private static DigestAnswer answer(AuthorizationHeader header) {
        int count = header.getNonceCount();
        return new DigestAnswer(text(header.getUsername()), text(header.getRealm()), text(header.getNonce()),
                text(header.getParameter("uri")), text(header.getAlgorithm()), text(header.getQop()),
                text(header.getCNonce()), count < 0 ? "" : HexFormat.of().toHexDigits(count),
                text(header.getResponse()));
    }

    private static String text(String value) {
        return value == null ? "" : value.replace("\"", "");
    }

    /** The headers that ask for proof; the better algorithm first (RFC 8760, section 2.4). */
    static Header[] challenges(List<Challenge> challenges, Messages messages) {
        return challenges.stream()
                .map(challenge -> messages.header(WWWAuthenticateHeader.NAME,
                        "Digest realm=\"%s\",nonce=\"%s\",algorithm=%s,qop=\"auth\"%s".formatted(challenge.realm(),
                                challenge.nonce(), challenge.algorithm().token(),
                                challenge.stale() ? ",stale=true" : "")))
                .toArray(Header[]::new);
    }

    /** Our answer to the peer's challenge, to the best algorithm that it knows. */
    static Optional<Named> answer(Response response, String method, String uri, Credentials credentials,
            DigestClient digests) {
        boolean proxy = response.getStatusCode() == Response.PROXY_AUTHENTICATION_REQUIRED;
        return peerChallenges(response, proxy ? ProxyAuthenticateHeader.NAME : WWWAuthenticateHeader.NAME).stream()
                .min(Comparator.comparing(PeerChallenge::algorithm))
                .map(challenge -> digests.answer(challenge, new Retry(method, uri), credentials.username(),
                        credentials.password()))
                .map(answer -> new Named(proxy ? "Proxy-Authorization" : "Authorization", value(answer)));
    }

    private static List<PeerChallenge> peerChallenges(Message message, String name) {
        List<PeerChallenge> found = new ArrayList<>();
        ListIterator<?> all = message.getHeaders(name);
        while (all.hasNext() && found.size() < MOST_HEADERS) {
            if (all.next() instanceof WWWAuthenticateHeader header) {
                DigestAlgorithm.named(text(header.getAlgorithm()))
                        .ifPresent(algorithm -> found.add(new PeerChallenge(text(header.getRealm()),
                                text(header.getNonce()), algorithm, text(header.getQop()))));
            }
        }
        return found;
    }

    private static String value(DigestAnswer answer) {
        String text = "Digest username=\"%s\",realm=\"%s\",nonce=\"%s\",uri=\"%s\",response=\"%s\",algorithm=%s"
                .formatted(
                        answer.username(), answer.realm(), answer.nonce(), answer.uri(), answer.response(),
                        answer.algorithm());
        return answer.qop().isEmpty()
                ? text
                : text + ",qop=auth,nc=%s,cnonce=\"%s\"".formatted(answer.nonceCount(), answer.cnonce());
    }
}
