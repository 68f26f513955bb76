package org.jackfield.analytics.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The phrases found in one turn, and the label that they give a value by standing near it. A buffer: each turn overwrites it. */
final class Cues {

    /** A phrase by its tokens. */
    record Hit(Phrase phrase, int from, int to) {}

    private static final int REACH_BEFORE = 14;
    private static final int REACH_BEHIND = 6;
    private static final int LONGEST_PHRASE = 8;
    private static final int FULL = 40;
    private static final int BEFORE = 30;
    private static final int BEHIND = 24;
    private static final int OF_TOPIC = 6;
    private static final int PER_WORD = 3;
    /** What a hit must have to beat the question that the value answers. */
    private static final int NEAR = 24;

    private final Labels labels;
    private final List<Hit> hits = new ArrayList<>();
    private final List<Hit> openings = new ArrayList<>();
    private int topicBefore;

    Cues(Labels labels) {
        this.labels = labels;
    }

    void read(Tokens t, int topic) {
        hits.clear();
        openings.clear();
        topicBefore = topic;
        int current = topic;
        for (int i = 0; i < t.size(); i++) {
            for (Phrase phrase : labels.beginningWith(t.word(i))) {
                int behind = phrase.match(t, i);
                current = behind > i ? hit(new Hit(phrase, i, behind), current) : current;
            }
        }
    }

    /** Answers with the topic behind the hit. */
    private int hit(Hit hit, int topic) {
        Label label = hit.phrase().label();
        if (label != null) {
            if (!labels.isDrownedOut(hit.phrase(), label, topic)) {
                hits.add(hit);
            }
            return topic;
        }
        if (!labels.opens(hit.phrase(), topic)) {
            return topic;
        }
        openings.add(hit);
        return hit.phrase().topic();
    }

    List<Hit> hits() {
        return hits;
    }

    /** What is talked about where a token stands: the last topic that was opened before it, else the next one of the turn. */
    int topicAt(int token) {
        int behind = firstFrom(openings, token + 1);
        if (behind > 0) {
            return openings.get(behind - 1).phrase().topic();
        }
        boolean next = topicBefore == Labels.ANY && !openings.isEmpty();
        return next ? openings.getFirst().phrase().topic() : topicBefore;
    }

    /** The place of the first hit that begins at a token or behind it. */
    private static int firstFrom(List<Hit> sorted, int token) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).from() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int lastTopic() {
        return openings.isEmpty() ? topicBefore : openings.getLast().phrase().topic();
    }

    /** The label of a value: by the words near it, then by what was asked, then by the topic. */
    Optional<Label> label(Query value, Expectation asked) {
        int topic = topicAt(value.from());
        Hit best = null;
        int most = 0;
        int end = firstFrom(hits, value.to() + REACH_BEHIND + 1);
        for (int at = firstFrom(hits, value.from() - REACH_BEFORE - LONGEST_PHRASE); at < end; at++) {
            Hit hit = hits.get(at);
            int score = score(hit, value, topic);
            if (score > most) {
                best = hit;
                most = score;
            }
        }
        Optional<Label> near = Optional.ofNullable(best).map(Hit::phrase).map(Phrase::label);
        if (most >= NEAR) {
            return near;
        }
        return asked.label(value).or(() -> near).or(() -> value.bare() ? Optional.empty() : usual(topic, value));
    }

    /** The rate that is talked about where a token stands, so that "five and a half" is one. */
    Optional<Label> usualPercent(int token) {
        return labels.usual(topicAt(token), ValueType.PERCENT);
    }

    private Optional<Label> usual(int topic, Query value) {
        return value.types().stream().flatMap(type -> labels.usual(topic, type).stream()).findFirst();
    }

    private static int score(Hit hit, Query value, int topic) {
        Label label = hit.phrase().label();
        if (label == null || !value.fits(label) || (label.topic() != Labels.ANY && label.topic() != topic)) {
            return 0;
        }
        int bonus = (label.topic() == Labels.ANY ? 0 : OF_TOPIC) + PER_WORD * (hit.to() - hit.from() - 1);
        int before = value.from() - hit.to();
        int behind = hit.from() - value.to();
        return switch (hit.phrase().place()) {
            case RIGHT_BEFORE_IT -> before >= 0 && before <= 1 ? FULL + bonus - before : 0;
            case RIGHT_BEHIND_IT -> behind >= 0 && behind <= 2 ? FULL + bonus - behind : 0;
            case NEAR -> near(before, behind, bonus);
            case WEAK -> value.bare() ? 0 : near(before, behind, bonus);
        };
    }

    private static int near(int before, int behind, int bonus) {
        if (before >= 0) {
            return before <= REACH_BEFORE ? BEFORE + bonus - before : 0;
        }
        return behind >= 0 && behind <= REACH_BEHIND ? BEHIND + bonus - 2 * behind : 0;
    }
}
