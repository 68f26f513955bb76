package org.jackfield.analytics.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.search.language.Range;
import org.jackfield.analytics.search.language.ValueTest;
import org.jackfield.analytics.transcript.Words;

/** The values of a turn as bytes, and which of them pass a test. A value whose characters are no word of the turn lies nowhere. */
final class ValueBytes {

    private static final int ROOM = 60;
    private static final byte[] NONE = {};

    private ValueBytes() {}

    /** What to do with a value that passes. */
    interface Found {

        /** Its places, both included; 0 for one that lies nowhere. Answers whether to go on. */
        boolean at(int first, int last);
    }

    static BytesRef write(int turn, Words words, List<ExtractedValue> values) {
        List<byte[]> entries = new ArrayList<>();
        for (ExtractedValue value : values) {
            for (ExtractedValue.Part part : value.parts()) {
                if (part.turn() == turn) {
                    entries.add(entry(value, part, words));
                }
            }
        }
        byte[] all = new byte[entries.stream().mapToInt(entry -> entry.length).sum()];
        int at = 0;
        for (byte[] entry : entries) {
            System.arraycopy(entry, 0, all, at, entry.length);
            at += entry.length;
        }
        return new BytesRef(all);
    }

    private static byte[] entry(ExtractedValue value, ExtractedValue.Part part, Words words) {
        byte[] label = value.label().map(name -> name.getBytes(StandardCharsets.UTF_8)).orElse(NONE);
        byte[] normal = ValueTest.folded(value.normal()).getBytes(StandardCharsets.UTF_8);
        byte[] entry = new byte[ROOM + label.length + normal.length];
        ByteArrayDataOutput out = new ByteArrayDataOutput(entry);
        try {
            write(out, value, part, words);
            out.writeVInt(label.length);
            out.writeBytes(label, label.length);
            out.writeVInt(normal.length);
            out.writeBytes(normal, normal.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(entry, out.getPosition());
    }

    private static void write(ByteArrayDataOutput out, ExtractedValue value, ExtractedValue.Part part, Words words)
            throws IOException {
        out.writeString(value.type().word());
        int first = words.at(part.start());
        boolean isThere = part.end() > part.start() && first < words.count() && words.start(first) < part.end();
        out.writeVInt(isThere ? first + 1 : 0);
        out.writeVInt(isThere ? last(words, part.end()) + 1 : 0);
        OptionalLong figure = ValueTest.figure(value.type(), value.normal());
        out.writeByte((byte) (figure.isPresent() ? 1 : 0));
        out.writeLong(figure.orElse(0));
    }

    /** The last word that begins before a place. */
    private static int last(Words words, int end) {
        int last = Math.min(words.count() - 1, words.at(end - 1));
        return words.start(last) < end ? last : last - 1;
    }

    /** A test, ready for bytes. */
    static final class Test {

        private final byte[] type;
        private final byte[] label;
        private final byte[] normal;
        private final byte[] currency;
        private final Range range;
        private final boolean needsFigure;
        private final ByteArrayDataInput in = new ByteArrayDataInput();

        Test(ValueTest test) {
            type = bytes(test.type().word());
            label = bytes(test.label().orElse(""));
            normal = bytes(test.normal().orElse(""));
            currency = bytes(test.currency().map(code -> ValueTest.folded(" " + code)).orElse(""));
            range = test.range().orElse(Range.ALL);
            needsFigure = test.range().isPresent();
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** Tells each value that passes; answers whether there was one. */
        boolean find(BytesRef values, Found found) {
            in.reset(values.bytes, values.offset, values.length);
            boolean any = false;
            boolean goOn = true;
            while (goOn && !in.eof()) {
                boolean isOfType = isEqual(values.bytes, type);
                int first = in.readVInt();
                int last = in.readVInt();
                boolean isOfSize = figurePasses(in.readByte() == 1, in.readLong());
                boolean isLabelled = isEqual(values.bytes, label);
                boolean isNormal = normalPasses(values.bytes);
                if (isOfType && isOfSize && isLabelled && isNormal) {
                    any = true;
                    goOn = found.at(first, last);
                }
            }
            return any;
        }

        private boolean figurePasses(boolean has, long figure) {
            return !needsFigure || (has && range.holds(figure));
        }

        private boolean isEqual(byte[] bytes, byte[] expected) {
            int length = in.readVInt();
            int from = in.getPosition();
            in.skipBytes(length);
            return expected.length == 0 || Arrays.equals(bytes, from, from + length, expected, 0, expected.length);
        }

        private boolean normalPasses(byte[] bytes) {
            int length = in.readVInt();
            int from = in.getPosition();
            in.skipBytes(length);
            boolean equal = normal.length == 0 || Arrays.equals(bytes, from, from + length, normal, 0, normal.length);
            return equal && (currency.length == 0 || (length >= currency.length && Arrays.equals(bytes, from + length
                    - currency.length, from + length, currency, 0, currency.length)));
        }
    }
}
