package org.jackfield.engine.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Work distribution as one would write it in ten minutes: lists, and a look at everybody for every decision. */
final class NaiveOracle {

    static final class Agent {
        final String name;
        final List<String> queues;
        final int capacity;
        boolean available = true;
        Instant idleSince;
        int open;

        Agent(String name, List<String> queues, int capacity, Instant idleSince) {
            this.name = name;
            this.queues = queues;
            this.capacity = capacity;
            this.idleSince = idleSince;
        }
    }

    static final class Job {
        final String id;
        final String queue;
        final int priority;
        final Instant start;
        final Map<String, Instant> notBefore = new HashMap<>();
        Optional<Agent> agent = Optional.empty();
        boolean accepted;

        Job(String id, String queue, int priority, Instant start) {
            this.id = id;
            this.queue = queue;
            this.priority = priority;
            this.start = start;
        }
    }

    final List<Agent> agents = new ArrayList<>();
    final List<Job> jobs = new ArrayList<>();
    private Instant now = Instant.MIN;

    void at(Instant instant) {
        now = instant;
    }

    /** What happens while time passes: who declined a job may be asked again. */
    void passUntil(Instant end) {
        jobs.stream()
                .filter(job -> job.agent.isEmpty())
                .flatMap(job -> job.notBefore.values().stream())
                .filter(instant -> instant.isAfter(now) && !instant.isAfter(end))
                .sorted()
                .toList()
                .forEach(instant -> {
                    at(instant);
                    settle(jobs.stream().filter(job -> job.notBefore.containsValue(instant)).toList(), List.of());
                });
        at(end);
    }

    /** Who should get the job now. */
    Optional<Agent> agentFor(Job job) {
        return agents.stream()
                .filter(agent -> isFree(agent) && mayServe(agent, job))
                .min(Comparator.comparing((Agent agent) -> agent.idleSince).thenComparing(agent -> agent.name));
    }

    /** What the agent should get now. */
    Optional<Job> jobFor(Agent agent) {
        return !isFree(agent)
                ? Optional.empty()
                : jobs.stream()
                        .filter(job -> job.agent.isEmpty() && mayServe(agent, job))
                        .min(Comparator.comparingInt((Job job) -> -job.priority)
                                .thenComparing(job -> job.start)
                                .thenComparing(job -> job.id));
    }

    /** First the jobs that came back or in, then the agents who became free. */
    void settle(List<Job> changedJobs, List<Agent> changedAgents) {
        changedJobs.stream()
                .filter(job -> jobs.contains(job) && job.agent.isEmpty())
                .forEach(job -> agentFor(job).ifPresent(agent -> pair(agent, job)));
        changedAgents.forEach(agent -> {
            for (Optional<Job> job = jobFor(agent); job.isPresent(); job = jobFor(agent)) {
                pair(agent, job.get());
            }
        });
    }

    private boolean isFree(Agent agent) {
        return agent.available && agent.open < agent.capacity;
    }

    private boolean mayServe(Agent agent, Job job) {
        return agent.queues.contains(job.queue)
                && !now.isBefore(job.notBefore.getOrDefault(agent.name, Instant.MIN));
    }

    private static void pair(Agent agent, Job job) {
        job.agent = Optional.of(agent);
        agent.open++;
    }
}
