package org.jackfield.app.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A client that reads the stream of events, and resumes after the last one it saw when it broke or was refused. */
final class EventFollower {

    private static final String ID = "id: ";
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile Optional<Api> current = Optional.empty();

    /** Follows in the background until another one is followed. */
    void follow(Api api) {
        current = Optional.of(api);
        Thread.ofVirtual().start(() -> {
            while (current.filter(api::equals).isPresent()) {
                read(api);
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        });
    }

    void stop() {
        current = Optional.empty();
    }

    private void read(Api api) {
        try (Stream<String> lines = api.stream("/jackfield/v1/events", seen.isEmpty() ? "0" : seen.getLast())) {
            lines.filter(line -> line.startsWith(ID)).forEach(line -> seen.add(line.substring(ID.length())));
        } catch (RuntimeException | AssertionError broken) {
            System.getLogger(EventFollower.class.getName())
                    .log(System.Logger.Level.DEBUG, "the stream broke: {0}", broken.getMessage());
        }
    }

    /** The ids in the order in which they came. */
    List<String> seen() {
        return List.copyOf(seen);
    }
}
