package org.jackfield.engine.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Passes connections on from one address to another. A path is an address too: it is reached from every network of the machine,
 * so two relays lead from a network without a way out to the database on loopback. Thread-safe.
 */
final class Relay implements AutoCloseable {

    private final ServerSocketChannel door;
    private final SocketAddress to;

    private Relay(ServerSocketChannel door, SocketAddress to) {
        this.door = door;
        this.to = to;
        Thread.ofVirtual().name("relay").start(this::receive);
    }

    /** From a path to a TCP port of loopback. */
    static Relay fromPath(Path path, int port) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(path));
        return new Relay(door, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** From a TCP address to a path. */
    static Relay toPath(InetSocketAddress from, Path path) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        door.bind(from);
        return new Relay(door, UnixDomainSocketAddress.of(path));
    }

    /** In a process of its own, in another network: HOST PORT PATH. Ends when its input does. */
    public static void main(String[] arguments) throws IOException {
        try (Relay _ = toPath(new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1])),
                Path.of(arguments[2]))) {
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void receive() {
        try {
            while (true) {
                SocketChannel near = door.accept();
                Thread.ofVirtual().name("relay").start(() -> connect(near));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void connect(SocketChannel near) {
        try (near; SocketChannel far = SocketChannel.open(to)) {
            Thread back = Thread.ofVirtual().name("relay").start(() -> pass(far, near));
            pass(near, far);
            back.join();
        } catch (IOException e) {
            System.getLogger(Relay.class.getName()).log(System.Logger.Level.DEBUG, "a connection ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of one direction ends both: a database's connection is of no use by halves. */
    private static void pass(SocketChannel from, SocketChannel to) {
        try (from;
                to;
                InputStream in = Channels.newInputStream(from);
                OutputStream out = Channels.newOutputStream(to)) {
            in.transferTo(out);
        } catch (IOException e) {
            System.getLogger(Relay.class.getName()).log(System.Logger.Level.DEBUG, "a connection ended", e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            System.getLogger(Relay.class.getName()).log(System.Logger.Level.DEBUG, "a door does not close", e);
        }
    }
}
