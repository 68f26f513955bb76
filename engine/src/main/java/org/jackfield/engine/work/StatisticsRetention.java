package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntUnaryOperator;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.statistics.Period;

/** Deletes up to so many records that are older than statistics can be asked for; how many it deleted. Thread-safe. */
public final class StatisticsRetention implements IntUnaryOperator {

    /** A question that is being answered finds what it may ask for. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final WorkFigures figures;
    private final UnitOfWork unit;
    private final InstantSource clock;

    public StatisticsRetention(WorkFigures figures, UnitOfWork unit, InstantSource clock) {
        this.figures = figures;
        this.unit = unit;
        this.clock = clock;
    }

    @Override
    public int applyAsInt(int most) {
        Instant before = clock.instant().minus(Period.KEPT).minus(MARGIN);
        int milestones = unit.run(() -> figures.milestones().removeBefore(before, most));
        return milestones == most ? most : unit.run(() -> figures.spans().removeBefore(before, most));
    }
}
