package org.jackfield.analytics.redact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.transcript.Speaker;

/**
 * Finds the secrets of one conversation: digits that answer a question for one, card numbers by their check digit, and what was
 * found wherever it is said again. Not for several threads.
 */
final class Finder {

    /** Most words of a turn without numbers, before the numbers of a turn, and between them, that do not end what is told. */
    private static final int CHATTER = 12;
    private static final int LEAD = 8;
    private static final int BETWEEN = 3;
    private static final int LONGEST_LINK = 4;
    private static final int LEAST_BEFORE_CUE = 3;
    private static final Set<String> LINKS = Set.of("is", "was", "thats", "as", "on", "for", "are");
    private static final Set<String> CORRECTIONS = Set.of("no", "sorry", "wait", "correction", "mean", "actually",
            "scratch", "oops", "instead", "wrong", "rather");

    private final Hidden hidden = new Hidden();
    private final ToldSecrets secrets = new ToldSecrets();
    private final Map<Speaker, Dictation> dictations = new EnumMap<>(Speaker.class);
    private Context context = Context.none();

    Finder() {
        for (Speaker speaker : Speaker.values()) {
            dictations.put(speaker, new Dictation(hidden, secrets));
        }
    }

    Hidden find(List<HeardTurn> turns) {
        turns.forEach(this::hear);
        change(Context.none());
        dictations.values().forEach(Dictation::end);
        turns.forEach(this::hearAgain);
        return hidden;
    }

    private void hear(HeardTurn turn) {
        Dictation dictation = dictation(turn.speaker());
        interrupt(turn);
        if (turn.words().list().stream().anyMatch(CORRECTIONS::contains)) {
            dictation.correct();
        }
        int cue = 0;
        boolean told = false;
        int behind = 0;
        for (Stretch stretch : turn.stretches()) {
            for (; cue < turn.cues().size() && turn.cues().get(cue).end() <= stretch.start(); cue++) {
                hear(turn.cues().get(cue));
            }
            if (turn.wordsBetween(behind, stretch.start()) > (behind == 0 ? LEAD : BETWEEN)) {
                dictation.end();
            }
            behind = stretch.end();
            dictation.add(turn.place(), stretch);
            told |= hear(turn, stretch, cue);
        }
        dictation.search();
        for (; cue < turn.cues().size(); cue++) {
            hear(turn.cues().get(cue));
        }
        if (!told && turn.cues().isEmpty()) {
            change(context.goOn(turn));
        }
    }

    /** A long turn without numbers ends what was being told, by whichever side. */
    private void interrupt(HeardTurn turn) {
        if (!turn.hasNumbers() && turn.words().count() > CHATTER) {
            dictations.values().forEach(Dictation::end);
        }
    }

    private void hear(Cue cue) {
        change(context.after(cue));
        if (!cue.isSecret()) {
            dictations.values().forEach(Dictation::end);
        }
    }

    private void change(Context next) {
        if (next != context) {
            context.secret().ifPresent(secret -> context.told().forEach(told -> secrets.add(secret, told)));
            context = next;
        }
    }

    private boolean hear(HeardTurn turn, Stretch stretch, int nextCue) {
        if (context.hides(turn, stretch)) {
            context.take(turn, stretch);
            context.secret().ifPresent(secret -> {
                hidden.add(turn.place(), stretch, secret);
                secrets.add(secret, stretch.digits());
            });
            return true;
        }
        Optional<Secret> named = context.secret().isPresent() ? Optional.empty() : namedBehind(turn, stretch, nextCue);
        named.ifPresent(secret -> {
            hidden.add(turn.place(), stretch, secret);
            secrets.add(secret, stretch.digits());
        });
        return named.isPresent();
    }

    /** "Four four two one is my pin." */
    private static Optional<Secret> namedBehind(HeardTurn turn, Stretch stretch, int nextCue) {
        if (nextCue == turn.cues().size() || stretch.digits().length() < LEAST_BEFORE_CUE
                || !LINKS.contains(turn.wordBehind(stretch.end()))) {
            return Optional.empty();
        }
        Cue cue = turn.cues().get(nextCue);
        return turn.wordsBetween(stretch.end(), cue.start()) <= LONGEST_LINK ? cue.secret() : Optional.empty();
    }

    /** What is known to be secret by the end may have been said before it was known, and is read back later. */
    private void hearAgain(HeardTurn turn) {
        boolean near = !hidden.isEmpty(turn.place() - 1) || !hidden.isEmpty(turn.place() + 1);
        int cue = 0;
        for (Stretch stretch : turn.stretches()) {
            while (cue < turn.cues().size() && turn.cues().get(cue).end() <= stretch.start()) {
                cue++;
            }
            boolean announcedAsOther = cue > 0 && !turn.cues().get(cue - 1).isSecret();
            if (!announcedAsOther && !hidden.covers(turn.place(), stretch.start(), stretch.end())) {
                secrets.of(stretch.digits(), near)
                        .ifPresent(secret -> hidden.add(turn.place(), stretch, secret));
            }
        }
    }

    private Dictation dictation(Speaker speaker) {
        return dictations.computeIfAbsent(speaker, none -> new Dictation(hidden, secrets));
    }
}
