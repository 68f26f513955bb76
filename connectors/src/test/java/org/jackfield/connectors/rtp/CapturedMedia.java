package org.jackfield.connectors.rtp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jackfield.engine.media.RecordingFile;

/** Keeps what a stream reports. */
final class CapturedMedia implements MediaListener {

    final List<Character> digits = new CopyOnWriteArrayList<>();
    final List<String> played = new CopyOnWriteArrayList<>();
    final List<Optional<RecordingFile>> recorded = new CopyOnWriteArrayList<>();
    final List<String> lost = new CopyOnWriteArrayList<>();

    @Override
    public void digit(char digit) {
        digits.add(digit);
    }

    @Override
    public void played(String playback) {
        played.add(playback);
    }

    @Override
    public void recorded(String recording, Optional<RecordingFile> file) {
        recorded.add(file);
    }

    @Override
    public void mediaLost() {
        lost.add("lost");
    }
}
