package org.jackfield.engine.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where reservations are kept. Every method joins the open unit of work. Thread-safe. */
public interface Reservations {

    void insert(Reservation reservation);

    default void insertAll(List<Reservation> reservations) {
        reservations.forEach(this::insert);
    }

    /**
     * Writes the new state over the one that is there.
     *
     * @throws org.jackfield.engine.unit.ConflictException it is in another state than expected
     */
    void update(Reservation reservation, ReservationState expected);

    /**
     * Writes how its worker is rung and until when, while it is pending.
     *
     * @throws org.jackfield.engine.unit.ConflictException it is not pending any more
     */
    void amend(Reservation reservation);

    Optional<Reservation> find(AccountId account, String reservationId);

    /** Those of the ids that are the account's, in one read. */
    List<Reservation> findAll(AccountId account, Set<String> reservationIds);

    /** An item's reservations, oldest first. */
    List<Reservation> listOfItem(AccountId account, String workItemId, Paging paging);

    /** A worker's reservations, oldest first. */
    List<Reservation> listOfWorker(AccountId account, String workerId, Paging paging);

    /** The item's offers that nobody answered yet, oldest first. */
    List<Reservation> listPendingOfItem(AccountId account, String workItemId);

    /** A worker's open reservations, oldest first. */
    List<Reservation> listOpenOfWorker(AccountId account, String workerId, Paging paging);

    /** Reservations of the item that ended without an answer or with a no since the instant. */
    List<Reservation> declinedSince(AccountId account, String workItemId, Instant since);
}
