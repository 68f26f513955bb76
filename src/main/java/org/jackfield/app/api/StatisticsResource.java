package org.jackfield.app.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jackfield.engine.call.CallStatistics;
import org.jackfield.engine.call.CallStatistics.Step;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures for people who watch: calls over time, and how full the queues are now. */
@RestController
final class StatisticsResource {

    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_STEPS = 500;
    private static final int USUAL_MINUTES = 60;
    private static final int USUAL_SECONDS = 20;
    private static final int MOST_SECONDS = 86_400;

    private final CallStatistics calls;
    private final QueueBoard board;
    private final UnitOfWork unit;
    private final Clock clock;

    StatisticsResource(CallStatistics calls, QueueBoard board, UnitOfWork unit, Clock clock) {
        this.calls = calls;
        this.board = board;
        this.unit = unit;
        this.clock = clock;
    }

    @GetMapping(Wire.NATIVE + "/statistics/calls")
    View calls(Ask ask) {
        int minutes = ask.params().number("minutes", 1, MOST_MINUTES).orElse(120);
        int step = ask.params().number("step", 1, MOST_MINUTES).orElse(5);
        if (minutes / step > MOST_STEPS) {
            throw Params.invalid("step", "would make more than " + MOST_STEPS + " steps");
        }
        Instant now = clock.instant();
        List<Step> steps = unit.read(() -> calls.steps(ask.account(), now.minus(Duration.ofMinutes(minutes)), now,
                Duration.ofMinutes(step)));
        return new View().put("step_minutes", step)
                .put("steps", steps.stream().map(StatisticsResource::view).toList());
    }

    @GetMapping(Wire.NATIVE + "/queues")
    View queues(Ask ask) {
        int minutes = ask.params().number("minutes", 1, MOST_MINUTES).orElse(USUAL_MINUTES);
        int seconds = ask.params().number("answered_within", 1, MOST_SECONDS).orElse(USUAL_SECONDS);
        return new View().put("minutes", minutes)
                .put("answered_within", seconds)
                .put("queues", board.rows(ask, Duration.ofMinutes(minutes), Duration.ofSeconds(seconds)));
    }

    private static View view(Step step) {
        return new View().put("start", step.start().toString())
                .put("calls", step.calls())
                .put("not_answered", step.notAnswered())
                .put("queued", step.queued())
                .put("connected", step.connected())
                .put("abandoned", step.abandoned());
    }
}
