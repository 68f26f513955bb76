package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OwnTagsTest {

    private final OwnTags tags = new OwnTags(new byte[]{1, 2, 3}, new Random(5));

    @Test
    void knowsItsTagsInItsNextLife() {
        String tag = tags.next("call@here");

        OwnTags reborn = new OwnTags(new byte[]{1, 2, 3}, new Random(99));

        assertThat(reborn.isOurs("call@here", tag)).isTrue();
        assertThat(tags.next("call@here")).isNotEqualTo(tag);
    }

    @Test
    void knowsNoTagOfAnotherCallKeyOrHand() {
        String tag = tags.next("call@here");

        assertThat(tags.isOurs("other@here", tag)).isFalse();
        assertThat(new OwnTags(new byte[]{9}, new Random(5)).isOurs("call@here", tag)).isFalse();
        for (String forged : new String[]{"", "x", tag.substring(1), tag + "0", "0".repeat(32), "\u00e9".repeat(32)}) {
            assertThat(tags.isOurs("call@here", forged)).as(forged).isFalse();
        }
    }
}
