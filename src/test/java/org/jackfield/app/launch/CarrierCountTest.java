package org.jackfield.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When there are more carriers, and when fewer. */
class CarrierCountTest {

    @Test
    void doublesWhileNothingMovesUpToTheMost() {
        CarrierCount count = CarrierCount.usual(4);
        for (int expected : new int[]{8, 16, 32, 64, 128, 256, 256}) {
            count = count.stuck();
            assertThat(count.now()).isEqualTo(expected);
        }
    }

    @Test
    void halvesAfterACalmWhileDownToTheUsual() {
        CarrierCount count = CarrierCount.usual(6).stuck().stuck();
        for (int expected : new int[]{12, 6, 6}) {
            assertThat(calm(count, CarrierCount.CALM - 1).now()).isEqualTo(count.now());
            count = calm(count, CarrierCount.CALM);
            assertThat(count.now()).isEqualTo(expected);
        }
    }

    @Test
    void countsTheCalmAnewWhenSomethingWasStuck() {
        CarrierCount count = calm(CarrierCount.usual(4).stuck(), CarrierCount.CALM - 1).stuck();

        assertThat(calm(count, CarrierCount.CALM - 1).now()).isEqualTo(16);
    }

    private static CarrierCount calm(CarrierCount count, int probes) {
        for (int i = 0; i < probes; i++) {
            count = count.moving();
        }
        return count;
    }
}
