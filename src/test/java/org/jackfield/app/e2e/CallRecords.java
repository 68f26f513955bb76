package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jackfield.app.e2e.EventFeed.Seen;
import tools.jackson.databind.JsonNode;

/**
 * What the API says of one call that an agent served: the caller's leg, the agent's leg, the work item, the reservation, the
 * recording, and the events of the call's key. Each is compared with the others.
 */
record CallRecords(JsonNode root, JsonNode leg, JsonNode item, JsonNode reservation, JsonNode recording,
        List<Seen> events) {

    /** Records keep the instant of the step, events that of their writing in the same transaction. */
    private static final Duration ONE_TRANSACTION = Duration.ofSeconds(10);

    void agree() {
        eventsAreOneStoryWithoutGaps();
        legsAgree();
        workAgrees();
        recordingAgrees();
        flowAgrees();
    }

    private void eventsAreOneStoryWithoutGaps() {
        assertThat(events).extracting(Seen::seq)
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events).extracting(Seen::position).isSorted().doesNotHaveDuplicates();
        assertThat(events).extracting(Seen::id).doesNotHaveDuplicates();
        assertThat(events).extracting(Seen::time).isSorted();
        assertThat(events).extracting(Seen::key).containsOnly(id(root));
    }

    private void legsAgree() {
        assertThat(text(leg, "parent_call_sid")).isEqualTo(id(root));
        assertThat(types("call", id(root), "call.")).containsExactly("call.received", "call.started", "call.answered",
                "call.completed");
        assertThat(types("call", id(leg), "call.")).startsWith("call.started")
                .endsWith("call.answered",
                        "call.completed");
        for (JsonNode record : List.of(root, leg)) {
            Seen answered = only("call.answered", "call", id(record));
            Seen completed = only("call.completed", "call", id(record));
            assertThat(text(record, "status")).isEqualTo("completed").isEqualTo(completed.text("status"));
            assertThat(text(record, "from")).isEqualTo(completed.text("from"));
            assertThat(text(record, "to")).isEqualTo(completed.text("to"));
            assertThat(text(record, "direction")).isEqualTo(completed.text("direction"));
            assertThat(text(record, "duration")).isEqualTo(String.valueOf(completed.data().get("duration").asLong()));
            sameTime(rfc2822(record, "start_time"), answered);
            sameTime(rfc2822(record, "end_time"), completed);
        }
        assertThat(only("call.answered", "call", id(leg)).text("parent")).isEqualTo(id(root));
    }

    private void workAgrees() {
        assertThat(text(item, "assignment_status")).isEqualTo("completed");
        assertThat(text(item, "attributes")).contains(id(root));
        assertThat(text(reservation, "reservation_status")).isEqualTo("completed");
        assertThat(text(reservation, "task_sid")).isEqualTo(id(item));
        assertThat(types("workItem", id(item), "work-item.")).containsExactly("work-item.created", "work-item.reserved",
                "work-item.assigned", "work-item.wrapping", "work-item.completed");
        assertThat(types("reservation", id(reservation), "reservation.")).containsExactly("reservation.created",
                "reservation.accepted", "reservation.completed");
        for (Seen event : about("reservation", id(reservation), "reservation.")) {
            assertThat(event.text("workItem")).isEqualTo(id(item));
            assertThat(event.text("worker")).isEqualTo(text(reservation, "worker_sid"));
            assertThat(event.text("queue")).isEqualTo(text(item, "task_queue_sid"));
        }
        sameTime(iso(item, "date_created"), only("work-item.created", "workItem", id(item)));
        sameTime(iso(item, "date_updated"), only("work-item.completed", "workItem", id(item)));
        sameTime(iso(reservation, "date_created"), only("reservation.created", "reservation", id(reservation)));
        sameTime(iso(reservation, "date_updated"), only("reservation.completed", "reservation", id(reservation)));
        inThisOrder(only("work-item.created", "workItem", id(item)), only("call.started", "call", id(leg)),
                only("call.answered", "call", id(leg)), only("work-item.assigned", "workItem", id(item)),
                only("call.completed", "call", id(leg)), only("work-item.wrapping", "workItem", id(item)),
                only("work-item.completed", "workItem", id(item)));
    }

    private void recordingAgrees() {
        Seen completed = only("recording.completed", "recording", id(recording));
        assertThat(text(recording, "call_sid")).isEqualTo(id(root)).isEqualTo(completed.text("call"));
        assertThat(completed.text("workItem")).isEqualTo(id(item));
        assertThat(text(recording, "status")).isEqualTo("completed").isEqualTo(completed.text("status"));
        assertThat(text(recording, "duration")).isEqualTo(String.valueOf(completed.data().get("duration").asLong()));
        Seen assigned = only("work-item.assigned", "workItem", id(item));
        Instant begun = rfc2822(recording, "date_created");
        assertThat(Duration.between(begun, assigned.time()).abs()).as("it begins with the talk")
                .isLessThan(
                        ONE_TRANSACTION);
        assertThat(completed.time()).isAfterOrEqualTo(begun);
        inThisOrder(only("work-item.assigned", "workItem", id(item)), completed);
    }

    /** Each instruction that was issued has one outcome, each element that was entered was left. */
    private void flowAgrees() {
        assertThat(of("instruction.issued", "instruction")).isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(of("instruction.completed", "instruction"))
                .doesNotHaveDuplicates();
        assertThat(of("element.entered", "element")).containsSubsequence("greet-caller", "ask-for-department",
                "wait-for-agent", "thank-caller", "caller-served");
        assertThat(of("element.left", "element"))
                .containsExactlyInAnyOrderElementsOf(of("element.entered", "element"));
        Set<String> known = new HashSet<>(List.of("call", "work-item", "reservation", "recording", "instruction",
                "element", "welcome"));
        assertThat(events).extracting(event -> event.type().substring(0, event.type().indexOf('.')))
                .allMatch(known::contains);
    }

    private List<String> of(String type, String name) {
        return events.stream().filter(event -> event.type().equals(type)).map(event -> event.text(name)).toList();
    }

    private List<Seen> about(String name, String id, String prefix) {
        return events.stream()
                .filter(event -> event.type().startsWith(prefix) && event.text(name).equals(id))
                .toList();
    }

    private List<String> types(String name, String id, String prefix) {
        return about(name, id, prefix).stream().map(Seen::type).toList();
    }

    private Seen only(String type, String name, String id) {
        List<Seen> found = events.stream().filter(event -> event.is(type, name, id)).toList();
        assertThat(found).as(type + " of " + id).hasSize(1);
        return found.getFirst();
    }

    private static void inThisOrder(Seen... story) {
        assertThat(List.of(story)).extracting(Seen::seq).isSorted();
    }

    /** The API cuts the fraction of the second off. */
    private static void sameTime(Instant ofRecord, Seen event) {
        List<Instant> order = new ArrayList<>(List.of(ofRecord, event.time(), ofRecord.plus(ONE_TRANSACTION)));
        assertThat(order).as("time of the record and of " + event.type()).isSorted();
    }

    private static Instant rfc2822(JsonNode record, String name) {
        return ZonedDateTime.parse(text(record, name), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static Instant iso(JsonNode record, String name) {
        return Instant.parse(text(record, name));
    }

    private static String id(JsonNode record) {
        return text(record, "sid");
    }

    private static String text(JsonNode record, String name) {
        return record.path(name).asString("");
    }
}
