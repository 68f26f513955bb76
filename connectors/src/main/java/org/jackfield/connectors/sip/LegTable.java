package org.jackfield.connectors.sip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The legs by id, their dialogs by local tag, and the INVITEs that wait for their answer. Thread-safe. */
final class LegTable {

    private final int most;
    private final Map<String, Leg> legs = new ConcurrentHashMap<>();
    private final Map<String, DialogOwner> dialogs = new ConcurrentHashMap<>();
    private final Map<String, InboundLeg> invites = new ConcurrentHashMap<>();

    LegTable(int most) {
        this.most = most;
    }

    boolean isFull() {
        return legs.size() >= most;
    }

    /** False when a leg of that id is there already. */
    boolean add(Leg leg) {
        return legs.putIfAbsent(leg.id(), leg) == null;
    }

    void remove(Leg leg) {
        legs.remove(leg.id(), leg);
    }

    Optional<Leg> find(String id) {
        return Optional.ofNullable(legs.get(id));
    }

    List<Leg> all() {
        return List.copyOf(legs.values());
    }

    void addDialog(String localTag, DialogOwner owner) {
        dialogs.put(localTag, owner);
    }

    void removeDialog(String localTag) {
        dialogs.remove(localTag);
    }

    Optional<DialogOwner> findDialog(String callId, String localTag) {
        return Optional.ofNullable(dialogs.get(localTag)).filter(owner -> owner.callId().equals(callId));
    }

    /** The leg that waits under the key already, or empty and the new one does. */
    Optional<InboundLeg> addInvite(String key, InboundLeg leg) {
        return Optional.ofNullable(invites.putIfAbsent(key, leg));
    }

    void removeInvite(String key) {
        invites.remove(key);
    }

    Optional<InboundLeg> findInvite(String key) {
        return Optional.ofNullable(invites.get(key));
    }

    int legs() {
        return legs.size();
    }

    int dialogs() {
        return dialogs.size();
    }
}
