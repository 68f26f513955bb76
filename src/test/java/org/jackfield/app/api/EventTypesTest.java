package org.jackfield.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jackfield.engine.work.WorkItemState;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the product publishes is listed. The types are read from the class files that make events: whole types as they stand
 * there, and types that are put together from a first word and a state.
 */
class EventTypesTest {

    private static final String EVENT = "org/jackfield/engine/event/NewEvent";
    private static final String RESERVATION_TRIGGER = "org/jackfield/engine/work/ReservationState$Trigger";
    private static final Pattern TYPE = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
    private static final Pattern FIRST_WORD = Pattern.compile("[a-z]+(-[a-z]+)*\\.\u0001");
    private static final Pattern WORK = Pattern.compile("(work-item|reservation|worker|medium)\\..*");

    private static final List<ClassModel> MAKERS = makers();

    @Test
    void listsEveryTypeThatIsPublished() {
        Set<String> published = texts(TYPE).collect(Collectors.toCollection(TreeSet::new));
        published.addAll(ofItems());
        published.addAll(ofReservations());

        assertThat(listed()).containsAll(published);
        assertThat(published)
                .contains("call.answered", "element.entered", "work-item.wrapping", "reservation.timed-out",
                        "reservation.created", "worker.activity-changed", "recording.completed")
                .hasSizeGreaterThan(25);
    }

    /** A further one needs its words above. */
    @Test
    void knowsWhichTypesArePutTogether() {
        assertThat(texts(FIRST_WORD)).containsExactlyInAnyOrder("work-item.\u0001", "reservation.\u0001");
    }

    @Test
    void knowsUnderWhichNameTheEventsOfWorkAreShown() {
        assertThat(listed().stream().filter(WORK.asMatchPredicate()))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(WorkEventType.of(type)).as(type).isPresent());
        assertThat(WorkEventType.values())
                .allSatisfy(type -> assertThat(type.description()).as("%s", type).isNotEmpty());
    }

    private static Set<String> listed() {
        return EventTypes.ALL.stream().map(EventTypes.Type::name).collect(Collectors.toSet());
    }

    /** An item that waits again is no news. */
    private static List<String> ofItems() {
        return Arrays.stream(WorkItemState.values())
                .filter(state -> state != WorkItemState.PENDING)
                .map(state -> "work-item." + state.word())
                .toList();
    }

    /** What becomes of a reservation is said beside the trigger that leads there; empty where nothing is published. */
    private static Set<String> ofReservations() {
        Set<String> types = new TreeSet<>(Set.of("reservation.created"));
        MAKERS.stream().flatMap(type -> type.methods().stream()).forEach(method -> method.code().ifPresent(code -> {
            boolean afterTrigger = false;
            for (CodeElement element : code) {
                if (afterTrigger && element instanceof ConstantInstruction constant
                        && constant.constantValue() instanceof String word && !word.isEmpty()) {
                    types.add("reservation." + word);
                }
                afterTrigger = element instanceof FieldInstruction field
                        && field.owner().asInternalName().equals(RESERVATION_TRIGGER);
            }
        }));
        return types;
    }

    private static Stream<String> texts(Pattern shape) {
        return MAKERS.stream()
                .flatMap(type -> entries(type))
                .filter(StringEntry.class::isInstance)
                .map(entry -> ((StringEntry) entry).stringValue())
                .filter(shape.asMatchPredicate())
                .distinct();
    }

    /** The classes that make events, or have them made. */
    private static List<ClassModel> makers() {
        List<ClassModel> makers = new ArrayList<>();
        try {
            for (Resource found : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:org/jackfield/**/*.class")) {
                String place = found.getURL().toString();
                if (!place.contains("test-classes") && !place.contains("-tests.jar")) {
                    try (InputStream bytes = found.getInputStream()) {
                        makers.add(ClassFile.of().parse(bytes.readAllBytes()));
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return makers.stream().filter(EventTypesTest::namesEvents).toList();
    }

    private static boolean namesEvents(ClassModel type) {
        return entries(type).anyMatch(entry -> entry instanceof Utf8Entry text && text.stringValue().contains(EVENT));
    }

    private static Stream<PoolEntry> entries(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false);
    }
}
