package org.jackfield.analytics.redact;

import java.util.ArrayList;
import java.util.List;
import org.jackfield.analytics.extract.SaidNumber;

/**
 * The digits that one side tells piece by piece, over several turns if need be, and the card and social security numbers among
 * them, whatever was asked for. Looks back a bounded number of digits. Not for several threads.
 */
final class Dictation {

    private static final int KEPT = 48;
    private static final int MOST_RUNS = 10;
    private static final List<Integer> SSN = List.of(3, 2, 4);
    private static final List<List<Integer>> PRINTED = List.of(List.of(4, 4, 4, 4), List.of(4, 6, 5));

    /** A piece and its turn's place; a run of digits begins at an edge. */
    private record Told(int turn, SaidNumber piece, boolean edge) {}

    private final Hidden hidden;
    private final ToldSecrets secrets;
    private List<Told> told = new ArrayList<>();
    private boolean corrected;
    private boolean doubtful;

    Dictation(Hidden hidden, ToldSecrets secrets) {
        this.hidden = hidden;
        this.secrets = secrets;
    }

    /** They talk about something else: what was told before has nothing to do with what will be. */
    void end() {
        search();
        told.clear();
        corrected = false;
        doubtful = false;
    }

    /** What was told before was partly wrong. */
    void correct() {
        corrected = true;
    }

    void add(int turn, Stretch stretch) {
        boolean first = true;
        SaidNumber before = stretch.pieces().getFirst();
        for (SaidNumber piece : stretch.pieces()) {
            doubtful |= piece.unsure();
            boolean grouped = piece.digits().length() > 2 || before.digits().length() > 2;
            told.add(new Told(turn, piece, first || piece.marked() || grouped));
            before = piece;
            first = false;
        }
    }

    /** Looks for numbers in what was told so far. */
    void search() {
        for (int from = 0; from < told.size(); from++) {
            if (told.get(from).edge()) {
                searchFrom(from);
            }
        }
        if (told.size() > KEPT) {
            told = new ArrayList<>(told.subList(told.size() - KEPT, told.size()));
        }
    }

    private void searchFrom(int from) {
        StringBuilder digits = new StringBuilder();
        List<Integer> runs = new ArrayList<>();
        int begun = 0;
        for (int at = from; at < told.size() && digits.length() <= CardNumbers.LONGEST; at++) {
            digits.append(told.get(at).piece().digits());
            if (isEdge(at + 1)) {
                runs.add(digits.length() - begun);
                begun = digits.length();
                judge(from, at, digits, runs);
            } else if (runs.isEmpty() && isLongRun(from, at)) {
                hideCard(from, at, digits);
            }
        }
    }

    private void judge(int from, int to, CharSequence digits, List<Integer> runs) {
        boolean printed = PRINTED.contains(runs) && CardNumbers.isIssued(digits);
        if (printed || CardNumbers.isOne(digits) || isOneWithoutDoubts(from, to) || isOneWhenCorrected(from, to)) {
            hide(from, to, digits, Secret.CARD);
        }
        boolean alone = from == 0 && to == told.size() - 1;
        if (runs.equals(SSN) && (alone || isHyphened(from, to))) {
            hide(from, to, digits, Secret.SSN);
        }
    }

    /** Digits told without a break that go on behind the card's number, for one with the date of expiry. */
    private boolean isLongRun(int from, int to) {
        int digits = 0;
        for (int at = from; at < told.size() && (at == from || !told.get(at).edge()); at++) {
            digits += told.get(at).piece().digits().length();
            if (at > to && digits > CardNumbers.LONGEST) {
                return true;
            }
        }
        return false;
    }

    private void hideCard(int from, int to, CharSequence digits) {
        if (digits.length() >= CardNumbers.SHORTEST + 1 && CardNumbers.isOne(digits)) {
            hide(from, to, digits, Secret.CARD);
        }
    }

    private boolean isOneWithoutDoubts(int from, int to) {
        List<Told> window = told.subList(from, to + 1);
        return doubtful
                && CardNumbers.isOne(digits(window.stream().filter(piece -> !piece.piece().unsure()).toList()));
    }

    /** Whether it is a card's number when one of its runs, which was wrong, is left out. */
    private boolean isOneWhenCorrected(int from, int to) {
        if (!corrected) {
            return false;
        }
        List<List<Told>> runs = runs(from, to);
        for (int left = 0; left < runs.size() && runs.size() <= MOST_RUNS; left++) {
            List<Told> rest = new ArrayList<>();
            for (int run = 0; run < runs.size(); run++) {
                rest.addAll(run == left ? List.of() : runs.get(run));
            }
            String digits = digits(rest);
            if (CardNumbers.isOne(digits)) {
                secrets.add(Secret.CARD, digits);
                return true;
            }
        }
        return false;
    }

    private List<List<Told>> runs(int from, int to) {
        List<List<Told>> runs = new ArrayList<>();
        for (Told piece : told.subList(from, to + 1)) {
            if (piece.edge() || runs.isEmpty()) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(piece);
        }
        return runs;
    }

    private static String digits(List<Told> pieces) {
        StringBuilder digits = new StringBuilder();
        pieces.forEach(piece -> digits.append(piece.piece().digits()));
        return digits.toString();
    }

    private boolean isEdge(int at) {
        return at == told.size() || told.get(at).edge();
    }

    private boolean isHyphened(int from, int to) {
        return told.subList(from + 1, to + 1)
                .stream()
                .allMatch(next -> next.turn() == told.get(from).turn() && (next.piece().marked() || !next.edge()));
    }

    private void hide(int from, int to, CharSequence digits, Secret secret) {
        told.subList(from, to + 1)
                .forEach(piece -> hidden.add(piece.turn(), piece.piece().start(), piece.piece().end(),
                        secret.word()));
        secrets.add(secret, digits.toString());
    }
}
