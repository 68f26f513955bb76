package org.jackfield.engine.call.instruction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jackfield.engine.work.OfferDesk.Offer;

/** The phones that ring for one caller at the same time, in the order in which they were asked. Immutable. */
record Rings(List<Ring> all) {

    static final Rings NONE = new Rings(List.of());

    /** An offer and the leg that rings for it. */
    record Ring(Offer offer, String leg) {

        boolean isOf(String reservation) {
            return offer.reservationId().equals(reservation);
        }
    }

    Rings {
        all = List.copyOf(all);
    }

    Rings with(Ring more) {
        return new Rings(Stream.concat(all.stream(), Stream.of(more)).toList());
    }

    Rings without(Ring gone) {
        return new Rings(all.stream().filter(ring -> !ring.equals(gone)).toList());
    }

    Rings with(Ring before, Ring after) {
        return new Rings(all.stream().map(ring -> ring.equals(before) ? after : ring).toList());
    }

    Optional<Ring> of(Offer offer) {
        return all.stream().filter(ring -> ring.isOf(offer.reservationId())).findFirst();
    }

    Optional<Ring> on(String leg) {
        return all.stream().filter(ring -> ring.leg().equals(leg)).findFirst();
    }
}
