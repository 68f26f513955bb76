package org.jackfield.analytics.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.transcript.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Joins digits that are told over several turns: a telephone number in three breaths is one value with three parts. It grows while the
 * same side goes on with bare digits and the other one only hums.
 */
final class Growing {

    private static final int HUM = 2;
    private static final int PHONE_LENGTH = 10;

    private @Nullable Speaker speaker;
    private int index;
    private int length;
    private @Nullable Label label;

    void interrupt(Speaker by, int tokens) {
        if (by != speaker && tokens > HUM) {
            speaker = null;
        }
    }

    /** Remembers digits with which a turn ended, so that the next one may go on with them. */
    void open(Speaker by, int at, Label as, int digits) {
        speaker = by;
        index = at;
        label = as;
        length = digits;
    }

    void close() {
        speaker = null;
    }

    /** Whether digits that begin a turn go on with those of the turn before. */
    boolean accepts(Speaker by, int digits) {
        if (speaker != by || label == null) {
            return false;
        }
        int full = label.type() == ValueType.PHONE ? PHONE_LENGTH : label.length();
        return full > 0 ? length + digits <= full : length + digits <= 4 || (digits == 1 && length < PHONE_LENGTH);
    }

    Optional<Label> label() {
        return Optional.ofNullable(label);
    }

    /** Puts the digits behind those in the list. */
    ExtractedValue grow(List<ExtractedValue> values, String digits, ExtractedValue.Part part) {
        ExtractedValue before = values.get(index);
        List<ExtractedValue.Part> parts = new ArrayList<>(before.parts());
        parts.add(part);
        String all = before.normal() + digits;
        boolean phone = label != null && label.type() == ValueType.PHONE && all.length() >= PHONE_LENGTH;
        length = all.length();
        ExtractedValue grown = new ExtractedValue(phone ? ValueType.PHONE : ValueType.DIGITS, all, parts,
                before.label(), "joined");
        values.set(index, grown);
        return grown;
    }
}
