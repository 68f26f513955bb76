package org.jackfield.app.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Calls;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.flow.FlowVariables;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a call stands in its flow: the elements it is at, the way it came, and the variables that may be shown. */
@RestController
final class PositionResource {

    private static final Set<String> STEPS = Set.of("element.entered", "element.left");
    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 20;
    private static final int LONGEST_PATH = 200;

    private final Calls calls;
    private final EventReader events;
    private final FlowVariables variables;
    private final UnitOfWork unit;

    PositionResource(Calls calls, EventReader events, FlowVariables variables, UnitOfWork unit) {
        this.calls = calls;
        this.events = events;
        this.variables = variables;
        this.unit = unit;
    }

    @GetMapping(Wire.NATIVE + "/calls/{sid}/position")
    View position(Ask ask) {
        Call call = root(ask);
        Steps steps = new Steps();
        EventReader.Filter filter = new EventReader.Filter(ask.account(), Optional.of(call.id()), STEPS);
        boolean more = true;
        for (int page = 0; more && page < MOST_PAGES; page++) {
            more = read(filter, steps);
        }
        Map<String, Object> shown = call.isOver()
                ? Map.of()
                : call.run()
                        .processInstance()
                        .map(instance -> unit.run(() -> variables.shown(ask.account(), instance)))
                        .orElse(Map.of());
        return new View().put("call", call.id())
                .put("flow", call.run().flowKey())
                .put("version", call.run().flowKey().map(key -> call.run().flowVersion()))
                .put("elements", steps.current.values().stream().map(PositionResource::view).toList())
                .put("path", steps.path())
                .put("variables", shown)
                .put("seq", steps.seq);
    }

    /** The caller's leg; a leg that was dialled stands where its root does. */
    private Call root(Ask ask) {
        String id = ask.path("sid");
        return unit.read(() -> calls.find(ask.account(), id)
                .flatMap(leg -> leg.root().equals(leg.id()) ? Optional.of(leg) : calls.find(ask.account(), leg.root())))
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no call " + id));
    }

    private boolean read(EventReader.Filter filter, Steps steps) {
        List<Event> page = unit.read(() -> events.read(filter, steps.position, PAGE));
        page.forEach(steps::add);
        return page.size() == PAGE;
    }

    private static View view(Event event) {
        return new View().put("element", event.data().get("element"))
                .put("name", event.data().get("name"))
                .put("type", event.data().get("elementType"))
                .put("process", event.data().get("process"))
                .put("version", event.data().get("version"))
                .put("since", event.time().toString());
    }

    /** What the steps of a call add up to. Confined to one request. */
    private static final class Steps {

        private final Map<String, Event> current = new LinkedHashMap<>();
        private final List<Event> entered = new ArrayList<>();
        private long position;
        private long seq;

        void add(Event event) {
            position = event.position();
            seq = event.seq();
            String place = event.data().get("instance") + " " + event.data().get("element");
            if (event.type().equals("element.entered")) {
                current.put(place, event);
                entered.add(event);
            } else {
                current.remove(place);
            }
        }

        List<View> path() {
            return entered.subList(Math.max(0, entered.size() - LONGEST_PATH), entered.size())
                    .stream()
                    .map(PositionResource::view)
                    .toList();
        }
    }
}
