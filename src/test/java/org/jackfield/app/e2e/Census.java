package org.jackfield.app.e2e;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a running product holds, as anybody may read it at {@code /actuator/prometheus}. */
record Census(Map<String, Double> values) {

    private static final Pattern LINE = Pattern.compile("^(jackfield_[a-z_]+(?:\\{[^}]*})?) (\\S+)$",
            Pattern.MULTILINE);
    /** What calls hold while they are up, and nobody holds after the last one. */
    private static final List<String> HELD = List.of("jackfield_calls_live", "jackfield_legs_live",
            "jackfield_stimuli_waiting", "jackfield_sip_dialogs", "jackfield_sip_transactions{side=\"server\"}",
            "jackfield_sip_transactions{side=\"client\"}", "jackfield_rtp_streams",
            "jackfield_rtp_port_pairs{state=\"taken\"}", "jackfield_process_instances",
            "jackfield_jobs{state=\"open\"}");

    /** What must be seen while calls are up, or the census would see no leak either. */
    static final String[] SEEN_DURING_CALLS = {"jackfield_calls_live", "jackfield_legs_live", "jackfield_sip_dialogs",
        "jackfield_sip_transactions{side=\"server\"}", "jackfield_sip_transactions{side=\"client\"}",
        "jackfield_rtp_streams", "jackfield_rtp_port_pairs{state=\"taken\"}", "jackfield_process_instances"};

    static Census of(Api api) {
        return read(api.text("/actuator/prometheus"));
    }

    static Census read(String text) {
        Map<String, Double> values = new TreeMap<>();
        for (MatchResult line : LINE.matcher(text).results().toList()) {
            values.put(line.group(1), Double.valueOf(line.group(2)));
        }
        return new Census(values);
    }

    double value(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new AssertionError("no value " + name + " among " + values.keySet());
        }
        return value;
    }

    /** What is held now, by name; what is not known counts as held. */
    Map<String, Double> held() {
        Map<String, Double> held = new TreeMap<>();
        for (String name : HELD) {
            if (value(name) != 0) {
                held.put(name, value(name));
            }
        }
        return held;
    }
}
