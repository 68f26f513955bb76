package org.jackfield.connectors.sip;

import gov.nist.core.net.DefaultNetworkLayer;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * The sockets that JAIN-SIP listens on: what the gate does not admit never reaches its parser. Made by JAIN-SIP through its name;
 * the gate is given right after.
 */
public final class GuardedNetwork implements NetworkLayer {

    /** Over TCP nobody counts messages before they are parsed: so many bytes count as one. */
    private static final int BYTES_OF_A_MESSAGE = 1_024;

    /** What guards: the gate, and how long a new connection may take for its first line. */
    record Guard(SourceGate gate, Duration firstLine) {}

    private volatile Guard guard = new Guard(new SourceGate(SipOptions.Sources.DEFAULT),
            SipOptions.Limits.DEFAULT.messageTime());

    /** For JAIN-SIP. */
    public GuardedNetwork() {
        // The gate comes with guardBy.
    }

    void guardBy(Guard complete) {
        guard = complete;
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
        return new GuardedDatagrams(new InetSocketAddress(address, port), guard.gate());
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        ServerSocket socket = new GuardedServer(guard);
        socket.bind(new InetSocketAddress(address, port), backlog);
        return socket;
    }

    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
        return DefaultNetworkLayer.SINGLETON.createDatagramSocket();
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return DefaultNetworkLayer.SINGLETON.createSocket(address, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress from) throws IOException {
        return DefaultNetworkLayer.SINGLETON.createSocket(address, port, from);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort) throws IOException {
        return DefaultNetworkLayer.SINGLETON.createSocket(address, port, from, fromPort);
    }

    @Override
    public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return DefaultNetworkLayer.SINGLETON.createSSLServerSocket(port, backlog, address);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
        return DefaultNetworkLayer.SINGLETON.createSSLSocket(address, port);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress from) throws IOException {
        return DefaultNetworkLayer.SINGLETON.createSSLSocket(address, port, from);
    }

    @Override
    public void setSipStack(SipStackImpl stack) {
        // Not needed.
    }

    private static final class GuardedDatagrams extends DatagramSocket {

        private final SourceGate gate;

        GuardedDatagrams(InetSocketAddress at, SourceGate gate) throws SocketException {
            super(at);
            this.gate = gate;
        }

        @Override
        public void receive(DatagramPacket packet) throws IOException {
            int room = packet.getLength();
            do {
                packet.setLength(room);
                super.receive(packet);
            } while (!gate.admits(packet.getAddress()));
            // JAIN-SIP queues the packet with room for the longest message: a flood would fill the heap with room.
            packet.setData(Arrays.copyOf(packet.getData(), packet.getLength()));
        }
    }

    private static final class GuardedServer extends ServerSocket {

        private final Guard guard;

        GuardedServer(Guard guard) throws IOException {
            this.guard = guard;
        }

        @Override
        public Socket accept() throws IOException {
            while (true) {
                GuardedConnection connection = new GuardedConnection(guard);
                implAccept(connection);
                if (connection.opens()) {
                    return connection;
                }
                connection.close();
            }
        }
    }

    /** A connection that counts for its source until it is closed, and is closed when it sends too much, or no line in time. */
    private static final class GuardedConnection extends Socket {

        private final Guard guard;
        private final AtomicBoolean counted = new AtomicBoolean();
        private long lineDue;

        GuardedConnection(Guard guard) {
            this.guard = guard;
        }

        boolean opens() throws IOException {
            counted.set(guard.gate().opens(getInetAddress()));
            lineDue = guard.gate().now() + guard.firstLine().dividedBy(SourceGate.TICK);
            setSoTimeout(Math.toIntExact(guard.firstLine().toMillis()));
            return counted.get();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }

        private void end(String why) throws IOException {
            close();
            throw new IOException(why);
        }

        @Override
        public void close() throws IOException {
            if (counted.getAndSet(false)) {
                guard.gate().closed(getInetAddress());
            }
            super.close();
        }

        private final class Counted extends FilterInputStream {

            private int sinceMessage = BYTES_OF_A_MESSAGE;
            private boolean spoke;

            Counted(InputStream in) {
                super(in);
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                if (!spoke) {
                    listen(bytes, offset, read);
                }
                count(read);
                return read;
            }

            /** A line in time is what tells a peer from one who only holds connections. */
            private void listen(byte[] bytes, int offset, int read) throws IOException {
                for (int i = offset; i < offset + read && !spoke; i++) {
                    spoke = bytes[i] == '\n';
                }
                if (spoke) {
                    setSoTimeout(0);
                } else if (guard.gate().now() > lineDue) {
                    end("no line came in time");
                }
            }

            private void count(int bytes) throws IOException {
                sinceMessage += Math.max(0, bytes);
                while (sinceMessage >= BYTES_OF_A_MESSAGE) {
                    sinceMessage -= BYTES_OF_A_MESSAGE;
                    if (!guard.gate().admits(getInetAddress())) {
                        end("the source sends more than it may");
                    }
                }
            }
        }
    }
}
