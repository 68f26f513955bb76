package org.jackfield.engine.presence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jackfield.engine.node.FixedNodes;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.tenant.AccountId;

/** Registrations in memory. */
public final class MemoryRegistrations implements Registrations {

    private record Key(AccountId account, String addressOfRecord, String contact) {}

    private final Map<Key, Located> bindings = new ConcurrentHashMap<>();
    private final Looks looks;
    private final Nodes nodes;

    /** For who reads no presence. */
    public MemoryRegistrations(InstantSource clock) {
        this(new Looks(new MemoryPresence(), clock, Duration.ZERO), new FixedNodes("alone"));
    }

    MemoryRegistrations(Looks looks, Nodes nodes) {
        this.looks = looks;
        this.nodes = nodes;
    }

    @Override
    public boolean register(Binding binding) {
        AtomicBoolean written = new AtomicBoolean();
        looks.gained(binding.account(), binding.addressOfRecord());
        bindings.compute(new Key(binding.account(), binding.addressOfRecord(), binding.contact()), (key, located) -> {
            boolean late = located != null && located.binding().callId().equals(binding.callId())
                    && located.binding().cseq() >= binding.cseq();
            written.set(!late);
            return late ? located : new Located(binding, nodes.self().toString());
        });
        return written.get();
    }

    /** The contact is registered elsewhere now. */
    void forget(Binding binding) {
        bindings.remove(new Key(binding.account(), binding.addressOfRecord(), binding.contact()));
    }

    @Override
    public void remove(AccountId account, String addressOfRecord, String contact) {
        looks.lost(account, addressOfRecord);
        bindings.remove(new Key(account, addressOfRecord, contact));
    }

    @Override
    public void removeAll(AccountId account, String addressOfRecord) {
        looks.lost(account, addressOfRecord);
        bindings.keySet()
                .removeIf(
                        key -> key.account().equals(account) && key.addressOfRecord().equals(addressOfRecord));
    }

    @Override
    public List<Binding> find(AccountId account, String addressOfRecord) {
        return locate(account, Set.of(addressOfRecord)).stream()
                .map(Located::binding)
                .sorted(Comparator.comparing(Binding::expires).reversed().thenComparing(Binding::contact))
                .toList();
    }

    @Override
    public List<Located> locate(AccountId account, Set<String> addressesOfRecord) {
        return bindings.values()
                .stream()
                .filter(located -> located.binding().account().equals(account))
                .filter(located -> addressesOfRecord.contains(located.binding().addressOfRecord()))
                .filter(located -> located.binding().expires().isAfter(looks.clock().instant()))
                .toList();
    }
}
