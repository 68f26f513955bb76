package org.jackfield.connectors.sip;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Message;

/**
 * What both ends settled about refreshing a call (RFC 4028): how long it lives without a refresh, and whether we send it.
 */
record SessionTimer(Duration interval, boolean weRefresh) {

    static final String SESSION_EXPIRES = "Session-Expires";
    static final String MIN_SE = "Min-SE";
    static final String TIMER = "timer";
    /** 422 Session Interval Too Small. */
    static final int TOO_SMALL = 422;

    private static final Pattern INTERVAL = Pattern.compile("([0-9]{1,9})\\s*(?:;(.*))?");
    private static final Duration MOST_MARGIN = Duration.ofSeconds(32);

    /** A {@code Session-Expires} header: seconds, and who refreshes ({@code uac}, {@code uas}, or nobody named). */
    record Wish(long seconds, String refresher) {}

    static Optional<Wish> wish(Message message) {
        Matcher form = INTERVAL.matcher(Messages.value(message, SESSION_EXPIRES)
                .or(() -> Messages.value(message, "x"))
                .orElse(""));
        if (!form.matches()) {
            return Optional.empty();
        }
        String rest = form.group(2) == null ? "" : form.group(2).replace(" ", "");
        String refresher = rest.contains("refresher=uac") ? "uac" : rest.contains("refresher=uas") ? "uas" : "";
        return Optional.of(new Wish(Long.parseLong(form.group(1)), refresher));
    }

    static boolean supports(Message message) {
        return Headers.tokens(message, "Supported").contains(TIMER)
                || Headers.tokens(message, "k").contains(TIMER) || Headers.tokens(message, "Require").contains(TIMER);
    }

    /** The smallest interval that the peer's {@code 422} wants. */
    static long leastOf(Message message) {
        Matcher form = INTERVAL.matcher(Messages.value(message, MIN_SE).orElse(""));
        return form.matches() ? Long.parseLong(form.group(1)) : 0;
    }

    /** What we answer to a request of the peer (section 9): his wish within our bounds; he refreshes if he can. */
    static SessionTimer forRequest(Message request, SipOptions options) {
        Optional<Wish> wish = wish(request);
        long ours = options.sessionExpires().toSeconds();
        long least = Math.max(options.leastSession().toSeconds(), leastOf(request));
        long seconds = Math.max(least, Math.min(wish.map(Wish::seconds).orElse(ours), ours));
        boolean theyRefresh = supports(request) && !wish.map(Wish::refresher).orElse("").equals("uas");
        return new SessionTimer(Duration.ofSeconds(seconds), !theyRefresh);
    }

    /** Whether the peer wishes less than we accept: 422 (section 6). */
    static boolean isTooShort(Message request, SipOptions options) {
        return supports(request) && wish(request)
                .filter(wish -> wish.seconds() < options.leastSession().toSeconds())
                .isPresent();
    }

    /** What the peer's 2xx to our request settles (section 7.2); nothing when it does not know session timers. */
    static Optional<SessionTimer> ofAnswer(Message answer) {
        return wish(answer).map(wish -> new SessionTimer(Duration.ofSeconds(Math.max(wish.seconds(), 90)),
                !wish.refresher().equals("uas")));
    }

    /** The header of our answer to the peer's request. */
    String asAnswer() {
        return interval.toSeconds() + ";refresher=" + (weRefresh ? "uas" : "uac");
    }

    /** When something has to be done: our refresh at half the time; else, a little early, the end (section 10). */
    Duration delay() {
        if (weRefresh) {
            return interval.dividedBy(2);
        }
        Duration third = interval.dividedBy(3);
        return interval.minus(third.compareTo(MOST_MARGIN) < 0 ? third : MOST_MARGIN);
    }
}
