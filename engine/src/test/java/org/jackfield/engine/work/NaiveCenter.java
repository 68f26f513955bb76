package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Routing as one would write it in an afternoon: lists, and a look at everything for every decision. */
final class NaiveCenter {

    static final Duration RING = Duration.ofSeconds(20);
    static final Duration PAUSE = Duration.ofSeconds(10);
    static final Duration WRAP_UP = Duration.ofSeconds(5);

    static final class Agent {
        final String id;
        final String name;
        final Map<String, Integer> capacities = new HashMap<>();
        final Map<String, Integer> open = new HashMap<>();
        final Set<String> skills = new TreeSet<>();
        int level;
        String language = "";
        boolean available = true;
        Instant idleSince;
        Instant pausedUntil = Instant.MIN;

        Agent(String id, String name, Instant now) {
            this.id = id;
            this.name = name;
            this.idleSince = now;
        }

        int has(String medium) {
            return open.getOrDefault(medium, 0);
        }
    }

    static final class Job {
        final String id;
        final MadeUp.Plan plan;
        String type = "";
        String language = "";
        String agent = "";
        String medium = "";
        int level;
        int priority;
        boolean ignoresCapacity;
        Instant start = Instant.MIN;
        Instant waitsUntil = Instant.MAX;
        WorkItemState state = WorkItemState.PENDING;
        int branch = -1;
        int position;
        Instant stepEnds = Instant.MAX;
        Instant wrapEnds = Instant.MAX;
        final Map<Agent, Instant> ringing = new LinkedHashMap<>();
        final Map<Agent, Instant> notBefore = new HashMap<>();
        @Nullable
        Agent holder;

        Job(String id, MadeUp.Plan plan) {
            this.id = id;
            this.plan = plan;
        }

        MadeUp.Step step() {
            return plan.step(branch, position).orElseThrow();
        }

        boolean isWaiting() {
            return state == WorkItemState.PENDING || state == WorkItemState.RESERVED;
        }
    }

    final List<Agent> agents = new ArrayList<>();
    /** Those that are not over. */
    final List<Job> jobs = new ArrayList<>();
    private Instant now;

    NaiveCenter(Instant now) {
        this.now = now;
    }

    void at(Instant instant) {
        now = instant;
    }

    Optional<Agent> bestWorker(Job job) {
        Comparator<Agent> byLevel = Comparator.comparingInt(agent -> agent.level < 0 ? 1 : -agent.level);
        Comparator<Agent> byIdle = Comparator.comparing((Agent agent) -> agent.idleSince)
                .thenComparing(agent -> agent.id);
        return agents.stream()
                .filter(agent -> mayAsk(job, agent))
                .min(job.step().byLevel() ? byLevel.thenComparing(byIdle) : byIdle);
    }

    Optional<Job> bestItem(Agent agent) {
        Comparator<Job> first = Comparator.comparingInt((Job job) -> -job.priority)
                .thenComparing(job -> job.start)
                .thenComparing(job -> job.id);
        Comparator<Job> last = Comparator.comparingInt((Job job) -> -job.priority)
                .thenComparing(job -> job.start, Comparator.reverseOrder())
                .thenComparing(job -> job.id);
        Map<MadeUp.Line, Job> heads = new HashMap<>();
        jobs.stream().filter(Job::isWaiting).filter(job -> mayAsk(job, agent)).forEach(job -> {
            MadeUp.Line line = job.step().line();
            heads.merge(line, job, (one, other) -> (line.lifo() ? last : first).compare(one, other) <= 0 ? one : other);
        });
        return heads.values().stream().min(first);
    }

    int availableIn(MadeUp.Line line) {
        return (int) agents.stream().filter(agent -> agent.available && line.serves().test(agent)).count();
    }

    void offer(Job job, Agent agent) {
        job.state = WorkItemState.RESERVED;
        job.ringing.put(agent, now.plus(RING));
        agent.open.merge(job.medium, 1, Integer::sum);
    }

    void accept(Job job, Agent agent) {
        job.ringing.keySet().stream().filter(other -> !other.equals(agent)).forEach(other -> free(job, other));
        job.ringing.clear();
        job.state = WorkItemState.ASSIGNED;
        job.holder = agent;
    }

    void reject(Job job, Agent agent) {
        free(job, agent);
        job.ringing.remove(agent);
        job.notBefore.put(agent, now.plus(PAUSE));
        agent.idleSince = now;
        agent.pausedUntil = Instant.MIN;
        if (job.ringing.isEmpty()) {
            job.state = WorkItemState.PENDING;
        }
    }

    void timeOut(Job job, Agent agent) {
        reject(job, agent);
        agent.pausedUntil = now.plus(PAUSE);
    }

    void cancel(Job job) {
        job.ringing.keySet().forEach(agent -> free(job, agent));
        job.ringing.clear();
        over(job, WorkItemState.CANCELED);
    }

    void wrapUp(Job job) {
        job.state = WorkItemState.WRAPPING;
        job.wrapEnds = now.plus(WRAP_UP);
    }

    Agent complete(Job job) {
        Agent agent = job.holder;
        if (agent == null) {
            throw new IllegalStateException(job.id);
        }
        free(job, agent);
        agent.idleSince = now;
        agent.pausedUntil = Instant.MIN;
        over(job, WorkItemState.COMPLETED);
        return agent;
    }

    void enterFirst(Job job) {
        for (int i = 0; i < job.plan.branches().size() && job.branch < 0; i++) {
            if (job.plan.branches().get(i).takes().test(job)) {
                job.branch = i;
            }
        }
        enter(job);
    }

    void enterNext(Job job) {
        job.position++;
        enter(job);
    }

    boolean skips(Job job) {
        return job.step().skip().meaning().test(job, availableIn(job.step().line()));
    }

    /** What falls due until then, with its moment. */
    Map<String, Instant> dueUntil(Instant end) {
        Map<String, Instant> due = new HashMap<>();
        for (Job job : jobs) {
            job.ringing.forEach((agent, at) -> due.put("ring " + job.id + " " + agent.id, at));
            job.notBefore.forEach((agent, at) -> due.put("again " + job.id + " " + agent.id, at));
            due.put("step " + job.id, job.stepEnds);
            due.put("life " + job.id, job.waitsUntil);
            due.put("wrap " + job.id, job.wrapEnds);
        }
        agents.forEach(agent -> due.put("pause " + agent.id, agent.pausedUntil));
        due.values().removeIf(at -> !at.isAfter(now) || at.isAfter(end));
        return due;
    }

    private void enter(Job job) {
        Optional<MadeUp.Step> step = job.plan.step(job.branch, job.position);
        if (step.isEmpty()) {
            over(job, WorkItemState.CANCELED);
            return;
        }
        job.priority = step.get().priority() < 0 ? job.priority : step.get().priority();
        job.stepEnds = step.get().timeout() == 0 ? Instant.MAX : now.plusSeconds(step.get().timeout());
    }

    private boolean mayAsk(Job job, Agent agent) {
        MadeUp.Step step = job.step();
        int capacity = agent.capacities.getOrDefault(job.medium, 1);
        boolean room = capacity > 0 && (job.ignoresCapacity || agent.has(job.medium) < capacity);
        boolean meant = !step.known() || Stream.of(agent.id, agent.name).anyMatch(job.agent::equalsIgnoreCase);
        return job.isWaiting() && job.ringing.size() < step.line().maxReserved() && agent.available
                && !now.isBefore(agent.pausedUntil) && room && meant && !job.ringing.containsKey(agent)
                && !now.isBefore(job.notBefore.getOrDefault(agent, Instant.MIN)) && step.line().serves().test(agent)
                && step.ask().meaning().test(job, agent);
    }

    private void over(Job job, WorkItemState state) {
        job.state = state;
        jobs.remove(job);
    }

    private static void free(Job job, Agent agent) {
        agent.open.merge(job.medium, -1, Integer::sum);
    }

    /** Who has what, for a look at everything. */
    Map<String, String> picture() {
        Map<String, String> picture = new HashMap<>();
        jobs.forEach(job -> picture.put(job.id, job.state + " " + job.priority + " " + job.branch + "/" + job.position
                + " " + new HashSet<>(job.ringing.keySet().stream().map(agent -> agent.id).toList())));
        return picture;
    }
}
