package org.jackfield.engine.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jackfield.engine.presence.ContactAddresses;
import org.jackfield.engine.presence.Occupation;
import org.jackfield.engine.presence.Occupations;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/** What the workers do whose contact an identity is, from the rows as they are. */
public final class WorkerOccupations implements Occupations {

    private static final Comparator<Worker> ORDER = Comparator.comparing(Worker::id);

    private final WorkStores stores;
    private final ContactAddresses addresses;
    private final UnitOfWork unit;

    public WorkerOccupations(WorkStores stores, ContactAddresses addresses, UnitOfWork unit) {
        this.stores = stores;
        this.addresses = addresses;
        this.unit = unit;
    }

    @Override
    public List<Occupation> of(AccountId account, String identity) {
        return unit.read(() -> workers(account, identity).stream().map(this::occupation).toList());
    }

    /** A worker names a SIP domain as he likes, so all with the same user are read and judged. */
    private List<Worker> workers(AccountId account, String identity) {
        String user = identity.substring(0, Math.max(0, identity.lastIndexOf('@')));
        return stores.workers()
                .findByContact(account, "client:" + identity, "sip:" + user + "@")
                .stream()
                .filter(worker -> worker.contactUri()
                        .flatMap(uri -> addresses.identity(account, uri))
                        .filter(identity::equals)
                        .isPresent())
                .sorted(ORDER)
                .toList();
    }

    private Occupation occupation(Worker worker) {
        List<Activity> activity = stores.workspaces()
                .findActivity(worker.account(), worker.workspaceId(), worker.activityId())
                .stream()
                .toList();
        Map<String, Integer> open = stores.workers().openByMedium(worker.account(), worker.workspaceId(), worker.id());
        return new Occupation(worker.workspaceId(), worker.id(), worker.name(),
                activity.stream().map(Activity::name).collect(Collectors.joining()),
                activity.stream().anyMatch(Activity::available), worker.statusChanged(), media(worker, open));
    }

    private static List<Occupation.Share> media(Worker worker, Map<String, Integer> open) {
        Set<String> media = new TreeSet<>(Set.of(Medium.VOICE));
        media.addAll(worker.capacities().keySet());
        media.addAll(worker.closedMedia());
        media.addAll(open.keySet());
        List<Occupation.Share> shares = new ArrayList<>();
        for (String medium : media) {
            int has = open.getOrDefault(medium, 0);
            shares.add(new Occupation.Share(medium, worker.capacity(medium), has,
                    worker.takes(medium) && has < worker.capacity(medium)));
        }
        return shares;
    }
}
