package org.jackfield.connectors.sip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jackfield.engine.call.contract.ContractPhone;

/** A {@link TestPhone} that somebody minds: it takes one call at a time and answers what the protocol asks for. */
final class ContractSipPhone implements ContractPhone, AutoCloseable {

    private final TestPhone phone;
    private final List<ContractLine> lines = new CopyOnWriteArrayList<>();
    private final Queue<ContractLine> rings = new ConcurrentLinkedQueue<>();
    private final Thread minder;
    private volatile boolean closed;

    ContractSipPhone(TestPhone phone) {
        this.phone = phone;
        this.minder = Thread.ofVirtual().start(this::mind);
    }

    private void mind() {
        while (!closed) {
            phone.poll(message -> true, Duration.ofMillis(100)).ifPresent(this::take);
        }
    }

    private void take(SipText message) {
        Optional<ContractLine> line = lines.stream()
                .filter(known -> known.callId().equals(message.header("Call-ID")))
                .findFirst();
        if (line.isPresent()) {
            line.get().take(message);
        } else if (message.isRequest() && message.method().equals("INVITE")) {
            ring(message);
        }
    }

    private void ring(SipText invite) {
        PhoneCall call = new PhoneCall(phone, invite);
        if (lines.stream().anyMatch(line -> !line.isOver())) {
            call.respond(486);
        } else {
            ContractLine line = new ContractLine(phone, call, false);
            lines.add(line);
            call.respond(180);
            rings.add(line);
        }
    }

    @Override
    public String address() {
        return phone.contact();
    }

    @Override
    public Line call(String number) {
        ContractLine line = new ContractLine(phone, new PhoneCall(phone, "sip:" + number + "@" + phone.server()), true);
        lines.add(line);
        line.start();
        return line;
    }

    @Override
    public Optional<Line> nextRing() {
        return Optional.ofNullable(rings.poll());
    }

    /** Who minds it may be about to answer: on a closed phone that would fail whichever test waits at that moment. */
    @Override
    public void close() {
        closed = true;
        try {
            minder.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.forEach(ContractLine::close);
        phone.close();
    }
}
