package org.jackfield.connectors.sip;

import gov.nist.javax.sip.SipStackImpl;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.TooManyListenersException;
import java.util.concurrent.ExecutionException;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ObjectInUseException;
import javax.sip.PeerUnavailableException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionState;
import javax.sip.TransactionUnavailableException;
import javax.sip.TransportNotSupportedException;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** JAIN-SIP's stack, listening on one address and port for every transport. Thread-safe. */
final class SipEndpoint implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SipEndpoint.class.getName());
    private static final int MOST_TRIES = 5;

    private final SipStackImpl stack;
    private final SipProvider provider;
    private final String address;
    private final int port;
    private final int mostTransactions;
    private final int timerT1;

    private SipEndpoint(SipStackImpl stack, SipProvider provider, SipOptions options, int port) {
        this.stack = stack;
        this.provider = provider;
        this.address = options.address();
        this.mostTransactions = options.limits().transactions();
        this.timerT1 = Math.toIntExact(options.timerT1().toMillis());
        this.port = port;
    }

    /**
     * Listens.
     *
     * @throws SipUnavailableException the port is taken
     */
    static SipEndpoint open(SipOptions options, SourceGate gate, SipListener listener) {
        try {
            return new StackThreads().inside(() -> openHere(options, gate, listener));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SipUnavailableException taken
                    ? taken
                    : unavailable(options, options.port(), e);
        }
    }

    /** A free port can be taken by somebody else between the search and the listening: then another one is looked for. */
    private static SipEndpoint openHere(SipOptions options, SourceGate gate, SipListener listener) {
        for (int triesLeft = options.port() == 0 ? MOST_TRIES : 1;; triesLeft--) {
            try {
                int port = options.port() == 0 ? FreePort.find(options.address()) : options.port();
                return openAt(port, options, gate, listener);
            } catch (SipUnavailableException taken) {
                if (triesLeft == 1) {
                    throw taken;
                }
            }
        }
    }

    private static SipEndpoint openAt(int port, SipOptions options, SourceGate gate, SipListener listener) {
        SipStackImpl stack = stack(options, port);
        if (stack.getNetworkLayer() instanceof GuardedNetwork network) {
            network.guardBy(new GuardedNetwork.Guard(gate, options.limits().messageTime()));
        }
        try {
            SipProvider provider = listen(stack, options, port);
            provider.addSipListener(listener);
            stack.start();
            return new SipEndpoint(stack, provider, options, port);
        } catch (SipException | InvalidArgumentException | TooManyListenersException e) {
            throw stopped(stack, unavailable(options, port, e));
        }
    }

    /** A stack that could not bind its TCP port fails again when it is stopped; the first reason is the one to tell. */
    private static SipUnavailableException stopped(SipStackImpl stack, SipUnavailableException reason) {
        try {
            stack.stop();
        } catch (RuntimeException halfStarted) {
            reason.addSuppressed(halfStarted);
        }
        return reason;
    }

    private static SipStackImpl stack(SipOptions options, int port) {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try {
            SipStackImpl stack = new SipStackImpl(StackProperties.of(options, port));
            endIdleScanners(before);
            return stack;
        } catch (PeerUnavailableException e) {
            throw unavailable(options, port, e);
        }
    }

    /**
     * The stack starts two threads to deliver events although a re-entrant listener is called directly, and forgets to stop
     * one of them. Both end when interrupted.
     */
    private static void endIdleScanners(Set<Thread> before) {
        Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(thread -> thread.getName().equals("EventScannerThread") && !before.contains(thread))
                .forEach(Thread::interrupt);
    }

    private static SipUnavailableException unavailable(SipOptions options, int port, Exception cause) {
        return new SipUnavailableException("cannot listen for SIP on " + options.address() + ":" + port, cause);
    }

    private static SipProvider listen(SipStackImpl stack, SipOptions options, int port)
            throws TransportNotSupportedException, InvalidArgumentException, SipException {
        Optional<SipProvider> provider = Optional.empty();
        for (String transport : options.transports().stream().sorted().toList()) {
            ListeningPoint point = stack.createListeningPoint(options.address(), port, transport);
            if (provider.isPresent()) {
                provider.get().addListeningPoint(point);
            } else {
                provider = Optional.of(stack.createSipProvider(point));
            }
        }
        return provider.orElseThrow();
    }

    String address() {
        return address;
    }

    int port() {
        return port;
    }

    boolean listensOn(String transport) {
        return provider.getListeningPoint(transport) != null;
    }

    /** The transaction of a request that came in, which JAIN-SIP makes for a CANCEL; empty when there is no room for one more. */
    Optional<ServerTransaction> accept(RequestEvent event) {
        try {
            ServerTransaction made = event.getServerTransaction();
            ServerTransaction transaction = made == null ? provider.getNewServerTransaction(event.getRequest()) : made;
            hasten(transaction);
            return Optional.of(transaction);
        } catch (TransactionAlreadyExistsException | TransactionUnavailableException e) {
            LOG.log(Level.DEBUG, "no server transaction", e);
            return Optional.empty();
        }
    }

    /** Outside of a transaction, unless JAIN-SIP made one: of a CANCEL, which would wait for its answer for ever. */
    void refuse(RequestEvent event, Response refusal) {
        ServerTransaction made = event.getServerTransaction();
        if (made == null) {
            sendStateless(refusal);
            return;
        }
        try {
            made.sendResponse(refusal);
        } catch (SipException | InvalidArgumentException | RuntimeException e) {
            LOG.log(Level.DEBUG, "cannot refuse " + event.getRequest().getMethod(), e);
        }
    }

    private void hasten(ServerTransaction transaction) {
        try {
            transaction.setRetransmitTimer(timerT1);
        } catch (IllegalStateException started) {
            LOG.log(Level.DEBUG, "JAIN-SIP itself answered 100 to who waited too long, and keeps to its own T1",
                    started);
        }
    }

    /** Sends a request; what comes of it reaches the listener. Empty when it could not be sent: the listener heard it. */
    Optional<ClientTransaction> send(Request request, ResponseListener listener) {
        try {
            ClientTransaction transaction = provider.getNewClientTransaction(request);
            transaction.setApplicationData(listener);
            return begin(transaction, listener);
        } catch (TransactionUnavailableException | RuntimeException e) {
            return unsent(request, listener, e);
        }
    }

    /** One that never began ends here: JAIN-SIP would keep it for ever, since only what was sent has a timer. */
    private Optional<ClientTransaction> begin(ClientTransaction transaction, ResponseListener listener) {
        try {
            transaction.setRetransmitTimer(timerT1);
            transaction.sendRequest();
            return Optional.of(transaction);
        } catch (SipException | RuntimeException e) {
            end(transaction);
            return unsent(transaction.getRequest(), listener, e);
        }
    }

    /** Ends a transaction that still waits for its last answer: one that came by another way, or is not waited for any more. */
    void endWaiting(ClientTransaction transaction) {
        TransactionState state = transaction.getState();
        if (TransactionState.CALLING.equals(state) || TransactionState.PROCEEDING.equals(state)) {
            end(transaction);
        }
    }

    private static void end(ClientTransaction transaction) {
        try {
            transaction.terminate();
        } catch (ObjectInUseException e) {
            LOG.log(Level.WARNING, "a transaction cannot be ended", e);
        }
    }

    private static Optional<ClientTransaction> unsent(Request request, ResponseListener listener, Exception why) {
        LOG.log(Level.DEBUG, "cannot send " + request.getMethod(), why);
        listener.onTimeout();
        return Optional.empty();
    }

    /** Sends an ACK of a 2xx: it has no transaction (RFC 3261, section 13.2.2.4). */
    void sendAck(Request ack) {
        try {
            provider.sendRequest(ack);
        } catch (SipException | RuntimeException e) {
            LOG.log(Level.DEBUG, "cannot send ACK", e);
        }
    }

    /** Sends a response outside of its transaction: one that is repeated, or for a request that got none. */
    void sendStateless(Response response) {
        try {
            provider.sendResponse(response);
        } catch (SipException | RuntimeException e) {
            LOG.log(Level.DEBUG, "cannot send a response", e);
        }
    }

    /** Whether no more server transactions fit. */
    boolean isFull() {
        return serverTransactions() >= mostTransactions;
    }

    int serverTransactions() {
        return stack.getServerTransactionTableSize();
    }

    int clientTransactions() {
        return stack.getClientTransactionTableSize();
    }

    @Override
    public void close() {
        for (ListeningPoint point : provider.getListeningPoints()) {
            try {
                provider.removeListeningPoint(point);
                stack.deleteListeningPoint(point);
            } catch (ObjectInUseException | RuntimeException e) {
                LOG.log(Level.DEBUG, "a listening point did not close", e);
            }
        }
        stack.stop();
    }
}
