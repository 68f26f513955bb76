package org.jackfield.app.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.app.e2e.PeerLog.Sight;
import org.jackfield.app.e2e.Tables.LegRecord;

/** What the tables say of a call is what its peer saw: who was answered has an answered record, nobody is left hanging on. */
final class PeerRules {

    static final String ANSWERED = "caller-answered";
    static final String HANGS_ON = "peer-hangs-on";

    private static final Duration LATE = Duration.ofSeconds(5);

    private PeerRules() {}

    /** The cut may fall between our answer on the wire and the record of it: what then is true only the peer can know. */
    private static final Duration UNCONFIRMED = Duration.ofSeconds(2);

    static List<String> check(List<Sight> callers, List<Sight> agents, List<LegRecord> records, List<Instant> cuts) {
        Map<String, LegRecord> byCaller = new HashMap<>();
        records.stream().filter(record -> !record.outbound()).forEach(record -> byCaller.put(record.from(), record));
        List<String> findings = new ArrayList<>();
        for (Sight sight : callers) {
            LegRecord record = byCaller.get(sight.who());
            if (sight.word().equals("answered") && !isOnRecord(Optional.ofNullable(record), sight, cuts)) {
                findings.add(ANSWERED + ": " + sight + ", the record: " + record);
            }
            hangsOn(sight, Optional.ofNullable(record)).ifPresent(findings::add);
        }
        Map<String, LegRecord> byDialog = new HashMap<>();
        records.stream()
                .filter(record -> record.outbound() && !record.dialog().isEmpty())
                .forEach(record -> byDialog.put(record.dialog().lines().skip(1).findFirst().orElse(""), record));
        agents.forEach(sight -> hangsOn(sight, Optional.ofNullable(byDialog.get(sight.callId())))
                .ifPresent(findings::add));
        return findings;
    }

    private static boolean isOnRecord(Optional<LegRecord> record, Sight sight, List<Instant> cuts) {
        boolean justBefore = cuts.stream()
                .anyMatch(cut -> sight.at().isBefore(cut) && sight.at().isAfter(cut.minus(UNCONFIRMED)));
        return record.filter(found -> found.answered().isPresent() || (justBefore && found.cause().equals("NODE_LOST")))
                .isPresent();
    }

    /** A peer that had to end the call itself, long after our record of it had ended. */
    private static Optional<String> hangsOn(Sight sight, Optional<LegRecord> record) {
        boolean over = record.flatMap(LegRecord::ended)
                .map(ended -> ended.plus(LATE).isBefore(sight.at()))
                .orElse(
                        record.isEmpty());
        return sight.isOwnEnd() && over
                ? Optional.of(HANGS_ON + ": " + sight + ", the record: " + record)
                : Optional.empty();
    }
}
