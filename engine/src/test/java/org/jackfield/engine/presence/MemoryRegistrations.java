package org.jackfield.engine.presence;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jackfield.engine.tenant.AccountId;

/** Registrations in memory. */
public final class MemoryRegistrations implements Registrations {

    private record Key(AccountId account, String addressOfRecord, String contact) {}

    private final Map<Key, Binding> bindings = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public MemoryRegistrations(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean register(Binding binding) {
        AtomicBoolean written = new AtomicBoolean();
        bindings.compute(new Key(binding.account(), binding.addressOfRecord(), binding.contact()), (key, known) -> {
            boolean late = known != null && known.callId().equals(binding.callId()) && known.cseq() >= binding.cseq();
            written.set(!late);
            return late ? known : binding;
        });
        return written.get();
    }

    @Override
    public void remove(AccountId account, String addressOfRecord, String contact) {
        bindings.remove(new Key(account, addressOfRecord, contact));
    }

    @Override
    public void removeAll(AccountId account, String addressOfRecord) {
        bindings.keySet()
                .removeIf(
                        key -> key.account().equals(account) && key.addressOfRecord().equals(addressOfRecord));
    }

    @Override
    public List<Binding> find(AccountId account, String addressOfRecord) {
        return bindings.values()
                .stream()
                .filter(binding -> binding.account().equals(account))
                .filter(binding -> binding.addressOfRecord().equals(addressOfRecord))
                .filter(binding -> binding.expires().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Binding::expires).reversed().thenComparing(Binding::contact))
                .toList();
    }
}
