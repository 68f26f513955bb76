package org.jackfield.connectors.sip;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sip.header.Header;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jackfield.connectors.sip.digest.DigestClient;
import org.jackfield.connectors.sip.digest.DigestGate;
import org.jackfield.engine.call.CallControl.Dial;
import org.jackfield.engine.call.LegEvent.DialogIdentity;
import org.jackfield.engine.call.LegListener;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.unit.StoreUnavailableException;

/** Puts the parts of the SIP side together and holds its legs. Thread-safe. */
final class SipServer implements SipDispatcher.Services, AutoCloseable {

    /** Registrations that may wait for the directory at one time; more are told to come again. */
    private static final int MOST_REGISTERING = 200;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final FaultGuard guard = new FaultGuard();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore registering = new Semaphore(MOST_REGISTERING);
    private final LegTable table;
    private final SipEndpoint endpoint;
    private final LegContext context;
    private final InviteDoor door;
    private final Registrar registrar;
    private final Dialling dialling;
    private final LostAnswers lost;
    private final Ids ids;
    private volatile boolean draining;

    SipServer(SipOptions options, SipParts parts, LegListener listener) {
        SipDispatcher dispatcher = new SipDispatcher(guard);
        SourceGate sources = new SourceGate(options.limits().sources());
        sources.fillBy(parts.basics().timers());
        this.endpoint = SipEndpoint.open(options, sources, dispatcher);
        this.table = new LegTable(options.limits().legs());
        this.ids = parts.basics().ids();
        Messages messages = new Messages(endpoint.address(), endpoint.port(), parts.basics().random());
        DigestGate gate = new DigestGate(parts.directories().domains(), parts.basics().clock(),
                parts.basics().random(),
                new DigestGate.Asking(options.proof().nonceLife(), options.proof().algorithms()));
        this.context = new LegContext(options, endpoint, messages, table, parts.media(), parts.basics().timers(),
                executor, guard, new DigestClient(parts.basics().random()), new OnNetCalls(),
                parts.basics().tags(), listener);
        this.lost = new LostAnswers(context);
        this.door = new InviteDoor(parts.directories(), gate, parts.calls());
        this.registrar = new Registrar(gate, new Registrar.Store(parts.directories().registrations(),
                options.registrations(), parts.basics().clock()), messages, sources);
        this.dialling = new Dialling(parts.directories(), endpoint, messages);
        dispatcher.serve(new SipDispatcher.Parts(endpoint, messages, table, this));
    }

    LegTable table() {
        return table;
    }

    int port() {
        return endpoint.port();
    }

    SipCensus census() {
        return new SipCensus(table.legs(), table.dialogs(), endpoint.serverTransactions(),
                endpoint.clientTransactions(), guard.faults());
    }

    String address() {
        return endpoint.address();
    }

    void drain(boolean now) {
        draining = now;
    }

    @Override
    public void invite(IncomingRequest request) {
        if (draining || table.isFull()) {
            request.answer(Response.SERVICE_UNAVAILABLE, retryAfter());
            return;
        }
        InboundLeg leg = new InboundLeg(ids.next(IdPrefix.CALL), context, request);
        Optional<InboundLeg> twin = table.addInvite(IncomingRequest.inviteKey(request.request()), leg);
        if (twin.isPresent()) {
            leg.discard();
            refuseTwin(request, twin.get());
            return;
        }
        request.answer(Response.TRYING);
        table.add(leg);
        table.addDialog(request.localTag(), leg);
        leg.tell(() -> door.admit(leg));
    }

    /** The same branch is a late retransmission; another branch came around by a second path (RFC 3261, 8.2.2.2). */
    private static void refuseTwin(IncomingRequest request, InboundLeg twin) {
        Request first = twin.invite().request();
        if (!IncomingRequest.branch(first).equals(IncomingRequest.branch(request.request()))) {
            request.answer(Response.LOOP_DETECTED);
        }
    }

    @Override
    public void register(IncomingRequest request) {
        if (!registering.tryAcquire()) {
            request.answer(Response.SERVICE_UNAVAILABLE, retryAfter());
            return;
        }
        executor.execute(() -> {
            try {
                if (!guard.run("a REGISTER", () -> registerNow(request))) {
                    request.answer(Response.SERVER_INTERNAL_ERROR);
                }
            } finally {
                registering.release();
            }
        });
    }

    private void registerNow(IncomingRequest request) {
        try {
            registrar.register(request);
        } catch (StoreUnavailableException e) {
            request.answer(Response.SERVICE_UNAVAILABLE, retryAfter());
        }
    }

    @Override
    public void lostAnswer(Response answer) {
        lost.end(answer);
    }

    void dial(Dial dial) {
        OutboundLeg leg = new OutboundLeg(dial, context);
        if (table.add(leg)) {
            leg.tell(() -> leg.start(dialling));
        }
    }

    void hangUpLost(DialogIdentity identity) {
        executor.execute(() -> guard.run("a lost dialog", () -> DialogText.read(identity, context.messages())
                .ifPresent(dialog -> endpoint.send(dialog.request(Request.BYE), ResponseListener.NONE))));
    }

    private Header retryAfter() {
        return context.messages().header("Retry-After", Integer.toString(FinalAnswers.RETRY_AFTER));
    }

    @Override
    public void close() {
        drain(true);
        table.all().forEach(leg -> leg.tell(leg::hangUp));
        executor.shutdown();
        try {
            executor.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endpoint.close();
    }
}
