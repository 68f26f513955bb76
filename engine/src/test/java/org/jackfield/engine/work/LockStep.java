package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jackfield.engine.work.NaiveCenter.Agent;
import org.jackfield.engine.work.NaiveCenter.Job;

/**
 * One made-up center twice, as the product routes it and as the oracle does. Chance says what happens; whoever is chosen, what
 * falls due, and where each item stands must be the same in both.
 */
final class LockStep {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final int STEPS_A_LOOK = 50;

    private final String seed;
    private final Random random;
    private final MadeUp center;
    private final NaiveCenter naive = new NaiveCenter(START);
    private final MatchedCenter matched;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, Agent> agents = new HashMap<>();
    private Instant now = START;
    private String doing = "";
    private int made;
    private int offers;

    LockStep(long seed, Fault fault) {
        this.seed = "seed " + seed;
        this.random = new Random(seed);
        this.center = MadeUp.from(random);
        this.matched = new MatchedCenter(center, fault, START);
        for (int i = 5 + random.nextInt(14); i > 0; i--) {
            hire(i);
        }
    }

    /** Goes on until so many items came in; how many offers were made. */
    int run(int items) {
        for (int step = 0; made < items; step++) {
            pass(Duration.ofMillis(random.nextInt(2_000)));
            happen();
            if (step % STEPS_A_LOOK == 0) {
                assertThat(matched.picture()).as("%s, after %s", seed, doing).isEqualTo(naive.picture());
            }
        }
        assertThat(matched.picture()).as(seed).isEqualTo(naive.picture());
        return offers;
    }

    private void hire(int number) {
        Agent agent = new Agent("w%03d".formatted(number), "Agent " + number, now);
        agents.put(agent.id, agent);
        naive.agents.add(agent);
        agent.capacities.put("voice", random.nextInt(4));
        if (random.nextBoolean()) {
            agent.capacities.put("chat", random.nextInt(5));
        }
        learn(agent);
        matched.put(new Worker(WorkBench.ACCOUNT, "WS", agent.id, agent.name, "on", attributes(agent), agent.capacities,
                Set.of(), now, now, Optional.empty(), 1));
    }

    private void learn(Agent agent) {
        agent.skills.clear();
        MadeUp.TYPES.stream().filter(_ -> random.nextBoolean()).forEach(agent.skills::add);
        agent.level = random.nextInt(11) - 1;
        agent.language = pick(MadeUp.LANGUAGES);
    }

    private static Map<String, Object> attributes(Agent agent) {
        Map<String, Object> attributes = new HashMap<>(Map.of("skills", List.copyOf(agent.skills), "language",
                agent.language));
        if (agent.level >= 0) {
            attributes.put("level", agent.level);
        }
        return attributes;
    }

    private void happen() {
        switch (random.nextInt(19)) {
            case 0, 1, 2, 3 -> enqueue();
            case 4, 5, 6, 7, 8 -> withRinging(this::accept);
            case 9 -> withRinging(this::reject);
            case 10, 11, 12 -> with(job -> job.state == WorkItemState.ASSIGNED, this::wrapUp);
            case 13, 14, 15 -> with(job -> job.state == WorkItemState.ASSIGNED
                    || job.state == WorkItemState.WRAPPING, this::complete);
            case 16 -> with(Job::isWaiting, this::cancel);
            case 17 -> toggle(pick(naive.agents));
            default -> teach(pick(naive.agents));
        }
    }

    private void enqueue() {
        Job job = new Job("i%07d".formatted(made++), pick(center.plans()));
        doing = "enqueue " + job.id;
        job.type = pick(MadeUp.TYPES);
        job.language = pick(MadeUp.LANGUAGES);
        job.level = random.nextInt(10);
        job.agent = random.nextInt(3) == 0 ? "nobody" : pick(List.of(pick(naive.agents).id, pick(naive.agents).name));
        job.medium = pick(MadeUp.MEDIA);
        job.priority = random.nextInt(20) == 0 ? Integer.MAX_VALUE : random.nextInt(3);
        job.ignoresCapacity = random.nextInt(10) == 0;
        job.start = random.nextInt(4) == 0 ? now.minusSeconds(random.nextInt(100)) : now;
        job.waitsUntil = now.plusSeconds(30 + random.nextInt(400));
        jobs.put(job.id, job);
        naive.jobs.add(job);
        Map<String, Object> attributes = Map.of("type", job.type, "language", job.language, "level", job.level,
                "agent", job.agent);
        matched.add(new WorkItem(WorkBench.ACCOUNT, "WS", job.id,
                new WorkItem.Origin(job.medium, "", attributes, now, job.start, job.waitsUntil,
                        job.ignoresCapacity, ""),
                WorkItem.Place.in("", job.priority, now),
                new WorkItem.Standing(WorkItemState.PENDING, Optional.of(job.waitsUntil), Optional.empty(), 0, "", now,
                        false),
                1), job.plan, job.ignoresCapacity);
        naive.enterFirst(job);
        alive(job, matched.enterFirst(job.id));
        serveEntering(job);
    }

    private void accept(Job job, Agent agent) {
        doing = "accept " + job.id + " by " + agent.id;
        List<Agent> others = job.ringing.keySet().stream().filter(one -> !one.equals(agent)).toList();
        naive.accept(job, agent);
        matched.accept(job.id, agent.id);
        others.forEach(this::serve);
    }

    private void reject(Job job, Agent agent) {
        doing = "reject " + job.id + " by " + agent.id;
        naive.reject(job, agent);
        matched.reject(job.id, agent.id);
        serve(agent);
        back(job);
    }

    private void cancel(Job job) {
        doing = "cancel " + job.id;
        List<Agent> rang = List.copyOf(job.ringing.keySet());
        naive.cancel(job);
        matched.cancel(job.id, "gone");
        rang.forEach(this::serve);
    }

    private void wrapUp(Job job) {
        doing = "wrap up " + job.id;
        naive.wrapUp(job);
        matched.wrapUp(job.id);
    }

    private void complete(Job job) {
        doing = "complete " + job.id;
        Agent agent = naive.complete(job);
        matched.complete(job.id);
        serve(agent);
    }

    private void toggle(Agent agent) {
        doing = "toggle " + agent.id;
        agent.available = !agent.available;
        agent.idleSince = now;
        agent.pausedUntil = Instant.MIN;
        matched.activity(agent.id, agent.available ? "on" : "off");
        serve(agent);
    }

    private void teach(Agent agent) {
        doing = "teach " + agent.id;
        learn(agent);
        matched.attributes(agent.id, attributes(agent));
        serve(agent);
    }

    /** What falls due on the way happens, moment by moment. */
    private void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            Map<String, Instant> due = naive.dueUntil(end);
            now = due.values().stream().min(Instant::compareTo).orElse(end);
            due.values().removeIf(now::isBefore);
            naive.at(now);
            Set<String> told = matched.advance(now);
            assertThat(told).as("%s: due at %s, after %s", seed, now, doing).isEqualTo(new TreeSet<>(due.keySet()));
            told.stream()
                    .map(key -> key.split(" "))
                    .filter(key -> key[0].equals("pause") || key[0].equals("again"))
                    .forEach(key -> matched.refresh(key[1]));
            told.stream().map(key -> key.split(" ")).forEach(this::fallDue);
        }
    }

    private void fallDue(String[] key) {
        doing = String.join(" ", key);
        if (key[0].equals("pause")) {
            serve(agent(key[1]));
            return;
        }
        Job job = Optional.ofNullable(jobs.get(key[1])).orElseThrow();
        boolean pending = job.state == WorkItemState.PENDING;
        switch (key[0]) {
            case "ring" -> runOff(job, agent(key[2]));
            case "again" -> serveWaiting(job);
            case "wrap" -> complete(job);
            case "step" -> {
                if (pending) {
                    enterNext(job);
                }
            }
            default -> {
                if (pending) {
                    expire(job);
                }
            }
        }
    }

    private void runOff(Job job, Agent agent) {
        naive.timeOut(job, agent);
        matched.timeOut(job.id, agent.id);
        serve(agent);
        back(job);
    }

    /** An offer came to nothing: what fell due meanwhile happens now. */
    private void back(Job job) {
        if (job.state == WorkItemState.PENDING && !job.waitsUntil.isAfter(now)) {
            expire(job);
        } else if (job.state == WorkItemState.PENDING && !job.stepEnds.isAfter(now)) {
            enterNext(job);
        } else {
            serveWaiting(job);
        }
    }

    private void expire(Job job) {
        naive.cancel(job);
        matched.expire(job.id);
    }

    private void enterNext(Job job) {
        naive.enterNext(job);
        alive(job, matched.enterNext(job.id));
        serveEntering(job);
    }

    private void serveEntering(Job job) {
        while (job.isWaiting()) {
            if (serveWaiting(job)) {
                matched.offeredAtOnce(job.id);
                return;
            }
            boolean skips = naive.skips(job);
            assertThat(matched.foundNobody(job.id)).as("%s: %s skipped, after %s", seed, job.id, doing)
                    .isEqualTo(skips);
            if (!skips) {
                return;
            }
            naive.enterNext(job);
        }
    }

    private boolean serveWaiting(Job job) {
        boolean offered = false;
        while (job.isWaiting()) {
            Optional<Agent> agent = naive.bestWorker(job);
            assertThat(matched.bestWorker(job.id)).as("%s: who gets %s, after %s", seed, job.id, doing)
                    .isEqualTo(agent.map(one -> one.id));
            if (agent.isEmpty()) {
                return offered;
            }
            offer(job, agent.get());
            offered = true;
        }
        return offered;
    }

    private void serve(Agent agent) {
        while (true) {
            Optional<Job> job = naive.bestItem(agent);
            assertThat(matched.bestItem(agent.id)).as("%s: what %s gets, after %s", seed, agent.id, doing)
                    .isEqualTo(job.map(one -> one.id));
            if (job.isEmpty()) {
                return;
            }
            offer(job.get(), agent);
        }
    }

    private void offer(Job job, Agent agent) {
        naive.offer(job, agent);
        matched.offer(job.id, agent.id, random.nextBoolean());
        offers++;
    }

    private void alive(Job job, boolean matchedLives) {
        assertThat(matchedLives).as("%s: %s has a target, after %s", seed, job.id, doing).isEqualTo(job.isWaiting());
    }

    private interface OnOffer {
        void happens(Job job, Agent agent);
    }

    private interface OnJob {
        void happens(Job job);
    }

    private void withRinging(OnOffer what) {
        with(job -> !job.ringing.isEmpty(),
                job -> what.happens(job, pick(new ArrayList<>(job.ringing.keySet()))));
    }

    private void with(Predicate<Job> wanted, OnJob what) {
        List<Job> found = naive.jobs.stream().filter(wanted).toList();
        if (!found.isEmpty()) {
            what.happens(pick(found));
        }
    }

    private Agent agent(String id) {
        return Optional.ofNullable(agents.get(id)).orElseThrow();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
