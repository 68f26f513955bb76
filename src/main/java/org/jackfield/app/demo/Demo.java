package org.jackfield.app.demo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jackfield.engine.directory.FirstAccount.Given;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.media.SpeechSynthesizer;
import org.jackfield.engine.media.SpeechSynthesizer.Utterance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A believable day: callers in bursts who choose, wait, hang up; agents who answer, transfer, take breaks. Started once the
 * product is ready; {@link #stop} hangs up what is left and is over in seconds. The load is bounded by the calls a minute
 * and by how many may be up at a time.
 */
public final class Demo {

    /** Where the product is, and who uses it. */
    public record Target(URI api, int sipPort, Given account) {}

    /** Says where the product is, once it listens. */
    @FunctionalInterface
    public interface Place extends Supplier<Target> {}

    /** Where ids, time, chance and the voices of people come from. */
    public record Ground(Ids ids, Clock clock, RandomGenerator random, SpeechSynthesizer voice) {}

    private record Post(String name, List<String> skills) {}

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final List<Post> AGENTS = List.of(new Post("Ann (demo)", List.of("sales")),
            new Post("Bob (demo)", List.of("sales")), new Post("Carol (demo)", List.of("support")),
            new Post("Dave (demo)", List.of("sales", "support")));
    private static final String CALLER = "Hello. I would like to know when my order arrives.";
    private static final String AGENT = "Good morning. How can I help you? Let me see.";
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 60;
    private static final long STOP_SECONDS = 3;

    private final Place place;
    private final Ground ground;
    private final int callsPerMinute;
    private final Chance chance;
    private final Voices voices = new Voices();
    private final AtomicReference<Optional<DemoApi>> api = new AtomicReference<>(Optional.empty());
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<Phone> callers = ConcurrentHashMap.newKeySet();
    private final List<SimulatedAgent> agents = new ArrayList<>();

    public Demo(Place place, Ground ground, int callsPerMinute) {
        this.place = place;
        this.ground = ground;
        this.callsPerMinute = callsPerMinute;
        this.chance = new Chance(ground.random());
    }

    /** Returns at once; the day begins in the background. */
    public void start() {
        people.execute(this::day);
    }

    private void day() {
        Target target = place.get();
        DemoApi client = new DemoApi(target.api(), target.account());
        api.set(Optional.of(client));
        while (!isStoppedAfter(Duration.ZERO)) {
            try {
                DemoCenter center = DemoCenter.open(client);
                openAgents(center);
                LOG.info("demo: callers ring {}, {} a minute", center.number(), callsPerMinute);
                takeCalls(center);
            } catch (RuntimeException failed) {
                LOG.warn("demo: begins again after: {}", failed.getMessage());
                isStoppedAfter(AGAIN);
            }
        }
    }

    private synchronized void openAgents(DemoCenter center) {
        Sentence sentence = sentence(AGENT);
        for (Post post : AGENTS.subList(agents.size(), AGENTS.size())) {
            String user = post.name().substring(0, post.name().indexOf(' ')).toLowerCase(Locale.ROOT);
            Phone phone = new Phone(user, sip(), new Phone.Kit(ground.ids(), voices, sentence));
            SimulatedAgent agent = new SimulatedAgent(center.agent(post.name(), post.skills(), phone.contact()), phone,
                    center, chance);
            agents.add(agent);
            people.execute(agent::run);
        }
    }

    private Sentence sentence(String text) {
        return new Sentence(ground.voice().speak(new Utterance(text, "en-US", "")));
    }

    private InetSocketAddress sip() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), place.get().sipPort());
    }

    private void takeCalls(DemoCenter center) {
        Sentence sentence = sentence(CALLER);
        Instant begin = ground.clock().instant();
        int most = Math.min(MOST_AT_ONCE, 2 * callsPerMinute + 2);
        while (!isStoppedAfter(chance.toNextCall(callsPerMinute, Duration.between(begin, ground.clock().instant())))) {
            if (callers.size() < most) {
                String from = "+1202555" + (1_000 + ground.random().nextInt(9_000));
                Phone phone = new Phone(from, sip(), new Phone.Kit(ground.ids(), voices, sentence));
                callers.add(phone);
                people.execute(() -> call(phone, center.number()));
            }
        }
    }

    private void call(Phone phone, String number) {
        try (phone) {
            new SimulatedCaller(phone, number, chance).run();
        } finally {
            callers.remove(phone);
        }
    }

    private boolean isStoppedAfter(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Everybody hangs up and goes home. */
    public synchronized void stop() {
        agents.forEach(Demo::leave);
        stopped.countDown();
        callers.forEach(Phone::close);
        people.shutdownNow();
        try {
            if (!people.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("demo: somebody still talks");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        voices.close();
        api.get().ifPresent(DemoApi::close);
    }

    private static void leave(SimulatedAgent agent) {
        try {
            agent.leave();
        } catch (RuntimeException gone) {
            LOG.info("demo: an agent left without a word: {}", gone.getMessage());
        }
    }
}
