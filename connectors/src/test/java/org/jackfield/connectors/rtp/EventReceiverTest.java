package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 4733: one press is one digit, whatever is lost of it. */
class EventReceiverTest {

    private final EventReceiver events = new EventReceiver();

    @Test
    void reportsOnceWhenPacketsOfAPressAreRepeated() {
        assertThat(events.packet(1_000, 5, false, 160)).isTrue();
        assertThat(events.packet(1_000, 5, false, 320)).isFalse();
        assertThat(events.packet(1_000, 5, true, 480)).isFalse();
        assertThat(events.packet(1_000, 5, true, 480)).isFalse();
    }

    @Test
    void reportsWhenOnlyTheEndArrived() {
        assertThat(events.packet(1_000, 7, true, 800)).isTrue();
    }

    @Test
    void reportsSameDigitAgainWhenTimestampIsNew() {
        events.packet(1_000, 5, true, 480);

        assertThat(events.packet(2_000, 5, false, 160)).isTrue();
    }

    @Test
    void reportsNextPressWhenEndOfFirstIsLost() {
        events.packet(1_000, 5, false, 160);

        assertThat(events.packet(2_000, 5, false, 160)).isTrue();
    }

    @Test
    void dropsPacketWhenItIsOfAnOlderPress() {
        events.packet(2_000, 5, false, 160);

        assertThat(events.packet(1_000, 4, true, 480)).isFalse();
    }

    @Test
    void reportsOnceWhenPressIsLongerThanTheField() {
        assertThat(events.packet(1_000, 5, false, 160)).isTrue();
        assertThat(events.packet(1_000, 5, false, 0xFFFF)).isFalse();
        assertThat(events.packet(1_000 + 0xFFFF, 5, false, 160)).isFalse();
        assertThat(events.packet(1_000 + 0xFFFF, 5, true, 320)).isFalse();
    }

    @Test
    void followsWrapWhenTimestampOverflows() {
        events.packet(-100, 1, true, 80);

        assertThat(events.packet(100, 2, false, 160)).isTrue();
    }

    @Test
    void saysKeyIsDownForItsDurationWhenPressed() {
        events.packet(1_000, 9, true, 800);

        assertThat(slots(8)).containsExactly(9, 9, 9, 9, 9, -1, -1, -1);
    }

    @Test
    void releasesKeyWhenEndIsLost() {
        events.packet(1_000, 9, false, 160);

        var slots = slots(12);

        assertThat(slots).startsWith(9, 9, 9).endsWith(-1, -1, -1);
    }

    @Test
    void separatesPressesWhenTheyComeInOneSlot() {
        events.packet(1_000, 1, true, 160);
        events.packet(1_500, 1, true, 160);

        assertThat(slots(10)).containsExactly(1, 1, 1, -1, 1, 1, 1, -1, -1, -1);
    }

    private List<Integer> slots(int count) {
        var out = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            out.add(events.slot());
        }
        return out;
    }
}
