package org.jackfield.engine.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;

/** The reservations of {@link InMemoryWork}. */
final class InMemoryReservations implements Reservations {

    private final ConcurrentSkipListMap<String, Reservation> reservations;

    InMemoryReservations(ConcurrentSkipListMap<String, Reservation> reservations) {
        this.reservations = reservations;
    }

    @Override
    public void insert(Reservation reservation) {
        reservations.put(reservation.id(), reservation);
    }

    @Override
    public void update(Reservation reservation, ReservationState expected) {
        Reservation before = reservations.get(reservation.id());
        if (before == null || before.state() != expected) {
            throw new ConflictException("reservation " + reservation.id() + " is not " + expected);
        }
        reservations.put(reservation.id(), reservation);
    }

    @Override
    public void amend(Reservation reservation) {
        update(reservation, ReservationState.PENDING);
    }

    @Override
    public Optional<Reservation> find(AccountId account, String reservationId) {
        return Optional.ofNullable(reservations.get(reservationId)).filter(of(account));
    }

    @Override
    public List<Reservation> findAll(AccountId account, Set<String> reservationIds) {
        return reservationIds.stream().flatMap(id -> find(account, id).stream()).toList();
    }

    @Override
    public List<Reservation> listOfItem(AccountId account, String workItemId, Paging paging) {
        return InMemoryWork.page(reservations, paging, of(account).and(one -> one.workItemId().equals(workItemId)));
    }

    @Override
    public List<Reservation> listOfWorker(AccountId account, String workerId, Paging paging) {
        return InMemoryWork.page(reservations, paging, of(account).and(one -> one.workerId().equals(workerId)));
    }

    @Override
    public List<Reservation> listPendingOfItem(AccountId account, String workItemId) {
        return reservations.values()
                .stream()
                .filter(of(account).and(one -> one.workItemId().equals(workItemId)))
                .filter(one -> one.state() == ReservationState.PENDING)
                .toList();
    }

    @Override
    public List<Reservation> listOpenOfWorker(AccountId account, String workerId, Paging paging) {
        return InMemoryWork.page(reservations, paging,
                of(account).and(one -> one.workerId().equals(workerId) && one.state().isOpen()));
    }

    @Override
    public List<Reservation> declinedSince(AccountId account, String workItemId, Instant since) {
        return reservations.values()
                .stream()
                .filter(of(account).and(one -> one.workItemId().equals(workItemId)))
                .filter(one -> one.state() == ReservationState.REJECTED || one.state() == ReservationState.TIMEOUT)
                .filter(one -> one.changed().isAfter(since))
                .toList();
    }

    private static Predicate<Reservation> of(AccountId account) {
        return reservation -> reservation.account().equals(account);
    }
}
