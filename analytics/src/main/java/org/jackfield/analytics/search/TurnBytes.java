package org.jackfield.analytics.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Turn;

/** A turn as bytes, to be shown again. They are not compressed: a page shows thirty turns, and unpacking their neighbours took most of its time. */
final class TurnBytes {

    private static final int ROOM = 40;

    private TurnBytes() {}

    static BytesRef write(Turn turn) {
        byte[] text = turn.text().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[ROOM + text.length];
        ByteArrayDataOutput out = new ByteArrayDataOutput(all);
        try {
            out.writeZInt(turn.number());
            out.writeString(turn.speaker().word());
            out.writeByte((byte) (turn.time().isPresent() ? 1 : 0));
            out.writeZLong(turn.time().map(Turn.Time::start).orElse(0L));
            out.writeZLong(turn.time().map(Turn.Time::end).orElse(0L));
            out.writeBytes(text, text.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(all, 0, out.getPosition());
    }

    static Turn read(BytesRef bytes) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int number = in.readZInt();
        Speaker speaker = Speaker.of(in.readString());
        boolean isTimed = in.readByte() == 1;
        Turn.Time time = new Turn.Time(in.readZLong(), in.readZLong());
        String text = new String(bytes.bytes, in.getPosition(), bytes.offset + bytes.length - in.getPosition(),
                StandardCharsets.UTF_8);
        return new Turn(number, speaker, text, Optional.of(time).filter(known -> isTimed), Optional.empty(), List.of());
    }
}
