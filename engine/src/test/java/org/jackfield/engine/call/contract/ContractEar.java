package org.jackfield.engine.call.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jackfield.engine.call.InboundCall;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.call.LegListener;

/** Writes down what legs report and which calls come in. Thread-safe. */
public final class ContractEar implements LegListener, InboundCalls {

    private final Map<String, List<LegEvent>> heard = new ConcurrentHashMap<>();
    private final List<InboundCall> inbound = new CopyOnWriteArrayList<>();

    @Override
    public void on(String leg, LegEvent event) {
        heard.computeIfAbsent(leg, _ -> new CopyOnWriteArrayList<>()).add(event);
    }

    @Override
    public void offer(InboundCall call) {
        inbound.add(call);
    }

    /** What the leg reported, in order. */
    public List<LegEvent> of(String leg) {
        return new ArrayList<>(heard.getOrDefault(leg, List.of()));
    }

    /** What the leg reported of that kind, in order. */
    public <T extends LegEvent> List<T> of(String leg, Class<T> kind) {
        return of(leg).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<InboundCall> inbound() {
        return List.copyOf(inbound);
    }
}
