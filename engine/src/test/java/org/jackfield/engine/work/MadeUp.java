package org.jackfield.engine.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jackfield.engine.work.NaiveCenter.Agent;
import org.jackfield.engine.work.NaiveCenter.Job;
import org.jackfield.engine.work.policy.PolicyReader;
import org.jackfield.engine.work.policy.RoutingPolicy;

/** A contact center drawn by chance: whatever the product reads as a text stands beside what it means. */
record MadeUp(List<Line> lines, List<Plan> plans) {

    static final List<String> TYPES = List.of("sales", "support", "billing", "legal");
    static final List<String> LANGUAGES = List.of("nl", "de", "en");
    static final List<String> MEDIA = List.of("voice", "chat");

    /** A queue. */
    record Line(String id, String text, Predicate<Agent> serves, boolean lifo, int maxReserved) {}

    /** What a target asks of a worker for an item. */
    record Ask(String text, BiPredicate<Job, Agent> meaning) {}

    /** When a target is skipped: the number tells how many workers are available. */
    record Skip(String text, BiPredicate<Job, Integer> meaning) {}

    /** A target; priority -1 and timeout 0 for none. */
    record Step(Line line, int priority, int timeout, Ask ask, Skip skip, boolean byLevel, boolean known) {}

    /** A filter. */
    record Branch(String text, Predicate<Job> takes, List<Step> steps) {}

    /** A policy, as drawn and as the product reads it. */
    record Plan(List<Branch> branches, Optional<Step> otherwise, RoutingPolicy policy) {

        /** The step at the position, where branch -1 is none. */
        Optional<Step> step(int branch, int position) {
            List<Step> own = branch < 0 ? List.of() : branches.get(branch).steps();
            return position < own.size()
                    ? Optional.of(own.get(position))
                    : otherwise.filter(_ -> position == own.size());
        }
    }

    private static final List<Ask> ASKS = List.of(new Ask("", (_, _) -> true), new Ask("", (_, _) -> true),
            new Ask("worker.level >= task.level", (job, agent) -> agent.level >= 0 && agent.level >= job.level),
            new Ask("worker.language == task.language", (job, agent) -> agent.language.equals(job.language)),
            new Ask("worker.skills HAS task.type", (job, agent) -> agent.skills.contains(job.type)),
            new Ask("NOT worker.channel.chat.assigned_tasks > 0", (_, agent) -> agent.has("chat") == 0));
    private static final List<Skip> SKIPS = List.of(new Skip("", (_, _) -> false), new Skip("", (_, _) -> false),
            new Skip("workers.available == 0", (_, available) -> available == 0),
            new Skip("workers.available < 3 OR task.level > 7", (job, available) -> available < 3 || job.level > 7));

    static MadeUp from(Random random) {
        List<Line> lines = new ArrayList<>();
        int queues = 2 + random.nextInt(4);
        for (int i = 0; i < queues; i++) {
            lines.add(line("WQ" + i, random));
        }
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            plans.add(plan(lines, random));
        }
        return new MadeUp(lines, plans);
    }

    private static Line line(String id, Random random) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        int most = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1;
        boolean lifo = random.nextInt(3) == 0;
        return switch (random.nextInt(5)) {
            case 0 -> new Line(id, "", _ -> true, lifo, most);
            case 1 -> new Line(id, "level >= 3 or language = 'nl'",
                    agent -> agent.level >= 3 || agent.language.equals("nl"), lifo, most);
            case 2 -> new Line(id, "worker.channel.voice.assigned_tasks < 2", agent -> agent.has("voice") < 2, lifo,
                    most);
            default -> new Line(id, "skills HAS '" + type + "'", agent -> agent.skills.contains(type), lifo, most);
        };
    }

    private static Plan plan(List<Line> lines, Random random) {
        List<Branch> branches = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            List<Step> steps = steps(lines, random);
            branches.add(random.nextInt(4) == 0
                    ? new Branch("level > 4 AND type != '" + type + "'",
                            job -> job.level > 4 && !job.type.equals(type), steps)
                    : new Branch("type == \"" + type + "\"", job -> job.type.equals(type), steps));
        }
        Optional<Step> otherwise = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(step(lines, random));
        return new Plan(branches, otherwise, read(branches, otherwise));
    }

    private static List<Step> steps(List<Line> lines, Random random) {
        List<Step> steps = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            steps.add(step(lines, random));
        }
        return steps;
    }

    private static Step step(List<Line> lines, Random random) {
        return new Step(lines.get(random.nextInt(lines.size())), random.nextInt(3) == 0 ? random.nextInt(4) : -1,
                random.nextInt(4) == 0 ? 0 : 5 + random.nextInt(60), ASKS.get(random.nextInt(ASKS.size())),
                SKIPS.get(random.nextInt(SKIPS.size())), random.nextInt(3) == 0, random.nextInt(6) == 0);
    }

    private static RoutingPolicy read(List<Branch> branches, Optional<Step> otherwise) {
        List<Map<String, Object>> filters = branches.stream()
                .map(branch -> Map.<String, Object>of("expression", branch.text(), "targets",
                        branch.steps().stream().map(MadeUp::document).toList()))
                .toList();
        Map<String, Object> routing = new HashMap<>(Map.of("filters", filters));
        otherwise.ifPresent(step -> routing.put("default_filter", document(step)));
        PolicyReader.Reading reading = PolicyReader.read(Map.of("task_routing", routing), Optional::of);
        return reading.policy().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    private static Map<String, Object> document(Step step) {
        Map<String, Object> target = new LinkedHashMap<>(Map.of("queue", step.line().id()));
        put(target, "priority", step.priority() < 0 ? "" : String.valueOf(step.priority()));
        put(target, "timeout", step.timeout() == 0 ? "" : String.valueOf(step.timeout()));
        put(target, "expression", step.ask().text());
        put(target, "skip_if", step.skip().text());
        put(target, "order_by", step.byLevel() ? "worker.level DESC" : "");
        put(target, "known_worker_sid", step.known() ? "task.agent" : "");
        return target;
    }

    private static void put(Map<String, Object> target, String name, String value) {
        if (!value.isEmpty()) {
            target.put(name, value);
        }
    }
}
