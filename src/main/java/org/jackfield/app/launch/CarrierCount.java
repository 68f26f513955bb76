package org.jackfield.app.launch;

/**
 * How many threads carry the virtual ones, by what probes told: twice as many each time that none moved, half as many after a
 * while in which all did, never fewer than usual.
 *
 * @param now how many there are
 * @param moved how many probes in a row got a carrier in time
 */
record CarrierCount(int usual, int now, int moved) {

    /** As many as the scheduler may have. */
    static final int MOST = 256;
    /** Probes in a row that must have moved before there are fewer again. */
    static final int CALM = 20;

    static CarrierCount usual(int usual) {
        return new CarrierCount(usual, usual, 0);
    }

    CarrierCount stuck() {
        return new CarrierCount(usual, Math.min(MOST, 2 * now), 0);
    }

    CarrierCount moving() {
        return moved + 1 < CALM
                ? new CarrierCount(usual, now, moved + 1)
                : new CarrierCount(usual, Math.max(usual, now / 2), 0);
    }
}
