package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product's routing beside a naive oracle, step by step. The build takes a few seeds;
 * {@code -Djackfield.oracle.seeds=200 -Djackfield.oracle.items=10000} takes as many as asked for, and
 * {@code -Djackfield.oracle.first} begins elsewhere. A failure names its seed.
 */
class RoutingOracleTest {

    private static final long FIRST = Long.getLong("jackfield.oracle.first", 1);
    private static final int SEEDS = Integer.getInteger("jackfield.oracle.seeds", 8);
    private static final int ITEMS = Integer.getInteger("jackfield.oracle.items", 400);
    private static final int SEEDS_A_FAULT = 40;
    private static final int ITEMS_A_FAULT = 200;

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void routesAsTheOracleDoes(long seed) {
        assertThat(new LockStep(seed, Fault.NONE).run(ITEMS)).as("offers of seed %d", seed).isPositive();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void isFoundByTheOracleWhenItIsPlanted(Fault fault) {
        Optional<Long> found = LongStream.range(FIRST, FIRST + SEEDS_A_FAULT)
                .boxed()
                .filter(seed -> isFound(seed, fault))
                .findFirst();

        assertThat(found).as("a seed from %d to %d that finds %s", FIRST, FIRST + SEEDS_A_FAULT, fault).isPresent();
    }

    private static boolean isFound(long seed, Fault fault) {
        try {
            new LockStep(seed, fault).run(ITEMS_A_FAULT);
            return false;
        } catch (AssertionError found) {
            return true;
        }
    }
}
