package org.jackfield.engine.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network of its own for each node (Linux network namespaces), and two switches in another one: over the first the nodes see
 * each other, over the second they reach the database. Each node's plug can be pulled out of each switch. Needs root and
 * {@code ip}. What it made is gone when it is closed.
 */
final class Networks implements AutoCloseable {

    /** Where the nodes reach the database. */
    static final String DATABASE_HOST = "10.231.2.254";
    static final int DATABASE_PORT = 5432;

    private static final String PREFIX = "jf" + ProcessHandle.current().pid() % 100_000 + "-";
    private static final String HUB = PREFIX + "hub";

    private final List<String> made = new ArrayList<>();
    private final List<String> nodes;
    private final Process relay;

    /** @param database a path at which a {@link Relay} waits */
    Networks(List<String> nodes, Path database) {
        this.nodes = nodes;
        make(HUB);
        addSwitch("peers");
        addSwitch("store");
        in(HUB, "ip addr add " + DATABASE_HOST + "/24 dev store");
        nodes.forEach(this::add);
        relay = relay(database);
    }

    /** What stands in front of a command that runs in the node's network. */
    static List<String> inside(String node) {
        return List.of("ip", "netns", "exec", PREFIX + node);
    }

    /** The node's address among the nodes. */
    String address(String node) {
        return "10.231.1." + (nodes.indexOf(node) + 1);
    }

    /** Nobody sees the node any more, and it sees nobody; the database it does see. */
    void cutFromPeers(String node) {
        plug("p", node, "down");
    }

    void cutFromDatabase(String node) {
        plug("s", node, "down");
    }

    /** Everything as it was. */
    void heal() {
        nodes.forEach(node -> {
            plug("p", node, "up");
            plug("s", node, "up");
        });
    }

    private void plug(String kind, String node, String state) {
        in(HUB, "ip link set " + kind + node + " " + state);
    }

    private void add(String node) {
        make(PREFIX + node);
        int number = nodes.indexOf(node) + 1;
        wire(node, "p" + node, "peers", "10.231.1." + number);
        wire(node, "s" + node, "store", "10.231.2." + number);
    }

    private void wire(String node, String plug, String toSwitch, String address) {
        run("ip link add " + plug + " netns " + HUB + " type veth peer name " + toSwitch + " netns " + PREFIX + node);
        in(HUB, "ip link set " + plug + " master " + toSwitch + " up");
        in(PREFIX + node, "ip addr add " + address + "/24 dev " + toSwitch);
        in(PREFIX + node, "ip link set " + toSwitch + " up");
    }

    private void addSwitch(String name) {
        in(HUB, "ip link add name " + name + " type bridge");
        in(HUB, "ip link set " + name + " up");
    }

    private void make(String namespace) {
        run("ip netns add " + namespace);
        made.add(namespace);
        in(namespace, "ip link set lo up");
    }

    private static Process relay(Path database) {
        try {
            return new ProcessBuilder(Stream.concat(Stream.of("ip", "netns", "exec", HUB),
                    Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                            System.getProperty("java.class.path"), Relay.class.getName(), DATABASE_HOST,
                            Integer.toString(DATABASE_PORT), database.toString()))
                    .toList()).inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void in(String namespace, String command) {
        run("ip netns exec " + namespace + " " + command);
    }

    private static void run(String command) {
        try {
            Process process = new ProcessBuilder(Arrays.asList(command.split(" ", -1))).redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        relay.descendants().forEach(ProcessHandle::destroyForcibly);
        relay.destroyForcibly();
        made.reversed().forEach(namespace -> run("ip netns del " + namespace));
    }
}
