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
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * The sockets that JAIN-SIP listens on: what the gate does not admit never reaches its parser. Made by JAIN-SIP through its name;
 * the gate is given right after.
 */
public final class GuardedNetwork implements NetworkLayer {

    private static final int RECEIVE_BUFFER = 1 << 20;
    /** Over TCP nobody counts messages before they are parsed: so many bytes count as one. */
    private static final int BYTES_OF_A_MESSAGE = 1_024;

    private volatile SourceGate gate = new SourceGate(SipOptions.Sources.DEFAULT);

    /** For JAIN-SIP. */
    public GuardedNetwork() {
        // The gate comes with guardBy.
    }

    void guardBy(SourceGate complete) {
        gate = complete;
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
        DatagramSocket socket = new GuardedDatagrams(new InetSocketAddress(address, port), gate);
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        return socket;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        ServerSocket socket = new GuardedServer(gate);
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

        private final SourceGate gate;

        GuardedServer(SourceGate gate) throws IOException {
            this.gate = gate;
        }

        @Override
        public Socket accept() throws IOException {
            while (true) {
                GuardedConnection connection = new GuardedConnection(gate);
                implAccept(connection);
                if (connection.opens()) {
                    return connection;
                }
                connection.close();
            }
        }
    }

    /** A connection that counts for its source until it is closed, and is closed when it sends too much. */
    private static final class GuardedConnection extends Socket {

        private final SourceGate gate;
        private final AtomicBoolean counted = new AtomicBoolean();

        GuardedConnection(SourceGate gate) {
            this.gate = gate;
        }

        boolean opens() {
            counted.set(gate.opens(getInetAddress()));
            return counted.get();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {

                private int sinceMessage = BYTES_OF_A_MESSAGE;

                @Override
                public int read() throws IOException {
                    return counted(super.read(), 1);
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int read = super.read(bytes, offset, length);
                    return counted(read, read);
                }

                private int counted(int result, int bytes) throws IOException {
                    sinceMessage += Math.max(0, bytes);
                    while (sinceMessage >= BYTES_OF_A_MESSAGE) {
                        sinceMessage -= BYTES_OF_A_MESSAGE;
                        if (!gate.admits(getInetAddress())) {
                            close();
                            throw new IOException("the source sends more than it may");
                        }
                    }
                    return result;
                }
            };
        }

        @Override
        public void close() throws IOException {
            if (counted.getAndSet(false)) {
                gate.closed(getInetAddress());
            }
            super.close();
        }
    }
}
