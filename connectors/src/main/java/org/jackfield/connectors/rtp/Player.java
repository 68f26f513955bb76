package org.jackfield.connectors.rtp;

import org.jackfield.engine.call.CallControl.Playback;
import org.jackfield.engine.media.Sound;
import org.jspecify.annotations.Nullable;

/** Plays one sound at a time, a number of times or for ever. Confined to a media thread. */
final class Player {

    private @Nullable Playback playback;
    private int position;
    private int timesLeft;

    void play(Playback next) {
        playback = next;
        position = 0;
        timesLeft = next.loops() == 0 ? Integer.MAX_VALUE : next.loops();
    }

    void stop() {
        playback = null;
    }

    boolean isPlaying() {
        return playback != null;
    }

    /** Fills the samples; returns the id of the playback when it ended in them, silence follows. */
    @Nullable
    String fill(short[] samples) {
        var current = playback;
        if (current == null) {
            java.util.Arrays.fill(samples, (short) 0);
            return null;
        }
        int filled = 0;
        while (filled < samples.length && hasMore(current)) {
            int count = Math.min(samples.length - filled, current.sound().length() - position);
            current.sound().copy(position, samples, filled, count);
            position += count;
            filled += count;
        }
        if (filled == samples.length) {
            return null;
        }
        java.util.Arrays.fill(samples, filled, samples.length, (short) 0);
        playback = null;
        return current.id();
    }

    private boolean hasMore(Playback current) {
        Sound sound = current.sound();
        if (position < sound.length()) {
            return true;
        }
        if (current.loops() != 0) {
            timesLeft--;
        }
        position = 0;
        return timesLeft > 0 && sound.length() > 0;
    }
}
