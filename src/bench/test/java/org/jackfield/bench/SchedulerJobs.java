package org.jackfield.bench;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Jobs of no work in a scheduler that keeps them in the database: clients keep a backlog filled, what was run is counted. */
final class SchedulerJobs implements Contender {

    /** So many are scheduled and not run: who looks for them finds enough at each look. */
    static final int BACKLOG = 500;
    private static final long PATIENCE_SECONDS = 60;

    /** A scheduler that runs. */
    interface Jobs {

        /** Returns when the job is committed. */
        void schedule(String id);

        void stop();
    }

    private final String name;
    private final Clients clients;
    private final Semaphore places = new Semaphore(BACKLOG);
    private final AtomicInteger scheduled = new AtomicInteger();
    private final AtomicInteger run = new AtomicInteger();
    private final Jobs jobs;

    /** @param start starts the scheduler; it is given what each job runs */
    SchedulerJobs(String name, Clients clients, Function<Runnable, Jobs> start) {
        this.name = name;
        this.clients = clients;
        this.jobs = start.apply(this::ran);
    }

    private void ran() {
        run.incrementAndGet();
        places.release();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Turn run(Duration time) throws InterruptedException {
        int before = run.get();
        Turn turn = clients.run(time, _ -> {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                jobs.schedule("job-" + scheduled.incrementAndGet());
            }
        });
        int during = run.get() - before;
        boolean drained = places.tryAcquire(BACKLOG, PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (drained) {
            places.release(BACKLOG);
        }
        return new Turn(during, turn.failed() + (drained ? 0 : BACKLOG - places.availablePermits()), turn.seconds());
    }

    @Override
    public double cpuSeconds() {
        return Cpu.ofProcess(ProcessHandle.current().pid());
    }

    @Override
    public void close() {
        jobs.stop();
    }
}
