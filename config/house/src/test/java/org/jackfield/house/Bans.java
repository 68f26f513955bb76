package org.jackfield.house;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.stream.Stream;

/** What nobody may call, whoever calls it: the clock, chance, sleeping and the standard streams. */
final class Bans {

    private static final Set<String> DATES = Set.of("java.time.Instant", "java.time.LocalDate", "java.time.LocalTime",
            "java.time.LocalDateTime", "java.time.ZonedDateTime", "java.time.OffsetDateTime", "java.time.OffsetTime",
            "java.time.Year", "java.time.YearMonth", "java.time.MonthDay");
    private static final Set<String> SEEDABLE = Set.of("java.util.Random", "java.util.SplittableRandom");
    private static final String SYSTEM = "java.lang.System";

    private Bans() {}

    static boolean readsTheClock(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return (DATES.contains(owner) && target.getName().equals("now") && !takes(target, "java.time.Clock"))
                || (owner.equals(SYSTEM) && Set.of("currentTimeMillis", "nanoTime").contains(target.getName()))
                || (owner.equals("java.util.Date") && isBareConstructor(target))
                || (owner.equals("java.util.GregorianCalendar") && isBareConstructor(target))
                || (owner.equals("java.util.Calendar") && target.getName().equals("getInstance"))
                || (owner.equals("java.time.InstantSource") && target.getName().equals("system"));
    }

    static boolean makesAClock(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        return access.getTarget().getOwner().getName().equals("java.time.Clock")
                && (name.startsWith("system") || Set.of("tickMillis", "tickSeconds", "tickMinutes").contains(name));
    }

    static boolean leavesItToChance(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return owner.equals("java.util.concurrent.ThreadLocalRandom")
                || owner.equals("java.security.SecureRandom")
                || (SEEDABLE.contains(owner) && isBareConstructor(target))
                || (owner.equals("java.lang.Math") && target.getName().equals("random"))
                || (owner.equals("java.util.UUID") && target.getName().equals("randomUUID"))
                || (owner.equals("java.util.Collections") && target.getName().equals("shuffle")
                        && !takes(target, "java.util.random.RandomGenerator") && !takes(target, "java.util.Random"));
    }

    static boolean makesAGenerator(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return target.getOwner().getName().startsWith("java.util.random.RandomGenerator")
                && Set.of("getDefault", "of", "create").contains(target.getName()) && !takes(target, "long");
    }

    static boolean sleeps(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return target.getName().equals("sleep")
                && (owner.equals("java.lang.Thread") || owner.equals("java.util.concurrent.TimeUnit"));
    }

    static boolean usesTheStreams(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String name = target.getName();
        return (target.getOwner().getName().equals(SYSTEM) && Set.of("out", "err", "in", "console").contains(name))
                || (name.equals("printStackTrace") && parameters(target).findAny().isEmpty());
    }

    private static boolean isBareConstructor(AccessTarget target) {
        return target.getName().equals("<init>") && parameters(target).findAny().isEmpty();
    }

    private static boolean takes(AccessTarget target, String type) {
        return parameters(target).anyMatch(type::equals);
    }

    private static Stream<String> parameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().stream().map(JavaClass::getName)
                : Stream.of("a field has no parameters");
    }
}
