package org.jackfield.app.demo;

import java.time.Duration;
import java.util.List;

/** One caller from his call to its end, on a thread of his own. */
final class SimulatedCaller {

    private static final Duration UNTIL_ANSWERED = Duration.ofSeconds(20);

    private final Phone phone;
    private final String number;
    private final Chance chance;

    SimulatedCaller(Phone phone, String number, Chance chance) {
        this.phone = phone;
        this.number = number;
        this.chance = chance;
    }

    /** Returns when the call is over. */
    void run() {
        try (PhoneCall call = phone.call(number)) {
            if (call.isAnsweredWithin(UNTIL_ANSWERED)) {
                talk(call);
            }
        }
    }

    private void talk(PhoneCall call) {
        if (chance.of(0.1)) {
            call.staysFor(chance.between(1, 6));
        } else if (choose(call)) {
            boolean impatient = chance.of(0.2);
            call.staysFor(impatient ? chance.between(3, 12) : chance.between(60, 180));
        }
    }

    /** Some know the menu, some listen to it, some press a key that means nothing first. */
    private boolean choose(PhoneCall call) {
        boolean there = call.staysFor(chance.between(1, 7));
        if (there && chance.of(0.1)) {
            call.press(chance.oneOf(List.of("7", "9")));
            there = call.staysFor(chance.between(6, 9));
        }
        call.press(chance.of(0.6) ? "1" : "2");
        return there;
    }
}
