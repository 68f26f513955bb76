package org.jackfield.analytics.redact;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jackfield.analytics.extract.SaidNumber;
import org.jackfield.analytics.transcript.Speaker;

/**
 * What was asked for or announced last, and how much of it was told since. Until all of it was told every digit belongs to it;
 * afterwards only what looks like a repetition. It is forgotten when the talk goes on without digits. Not for several threads.
 */
final class Context {

    private static final int PATIENCE = 3;
    private static final int TALK = 6;
    private static final int LAST_FOUR = 4;
    private static final int REPEATED = 3;
    private static final int CHATTER = 8;
    private static final int SAID_ALONE = 3;

    private final Optional<Cue> cue;
    private final Map<Speaker, StringBuilder> told = new EnumMap<>(Speaker.class);
    private int digits;
    private boolean lastFour;
    private int idle;

    private Context(Optional<Cue> cue) {
        this.cue = cue;
    }

    static Context none() {
        return new Context(Optional.empty());
    }

    static Context of(Cue cue) {
        return new Context(Optional.of(cue));
    }

    Optional<Secret> secret() {
        return cue.flatMap(Cue::secret);
    }

    /** What counts after one more cue: "card" alone says less than the "security code" before it. */
    Context after(Cue next) {
        boolean weaker = next.isSecret() && next.least() > 1;
        return weaker && secret().isPresent() ? this : of(next);
    }

    boolean hides(HeardTurn turn, Stretch stretch) {
        if (secret().isEmpty()) {
            return false;
        }
        String said = stretch.digits();
        if (said.length() < cue.orElseThrow().least()) {
            return false;
        }
        return isTold()
                ? said.length() >= REPEATED || isPart(said)
                : said.length() > 1 || isSaidForItself(turn, stretch.pieces().getFirst());
    }

    void take(HeardTurn turn, Stretch stretch) {
        String said = stretch.digits();
        told.computeIfAbsent(turn.speaker(), none -> new StringBuilder()).append(said);
        lastFour = digits == 0 && said.length() == LAST_FOUR && secret().equals(Optional.of(Secret.SSN));
        digits += said.length();
        idle = 0;
    }

    /** What each side told. */
    Iterable<String> told() {
        return told.values().stream().map(StringBuilder::toString).toList();
    }

    /** After a turn in which nothing was told: this, or nothing when they talk about something else by now. */
    Context goOn(HeardTurn turn) {
        if (turn.words().count() >= TALK) {
            idle++;
        }
        int patience = isTold() || isWeak() ? 1 : PATIENCE;
        return idle >= patience + (isWeak() ? 1 : 0) ? none() : this;
    }

    private boolean isWeak() {
        return cue.filter(known -> known.least() > 1).isPresent();
    }

    private boolean isTold() {
        return lastFour || cue.filter(known -> digits >= known.full()).isPresent();
    }

    private boolean isPart(String said) {
        return said.length() > 1 && told.values().stream().anyMatch(all -> all.indexOf(said) >= 0);
    }

    /** A digit alone: "four" is told, "just one moment" is not. */
    private static boolean isSaidForItself(HeardTurn turn, SaidNumber digit) {
        boolean pronoun = turn.wordBehind(digit.start()).equals("one");
        return turn.words().count() <= (pronoun ? SAID_ALONE : CHATTER);
    }
}
