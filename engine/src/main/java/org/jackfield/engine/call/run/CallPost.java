package org.jackfield.engine.call.run;

import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Call.Placement;
import org.jackfield.engine.call.InstructionDesk.Failure;
import org.jackfield.engine.call.instruction.Signal;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.NodeMessages;
import org.jackfield.engine.node.Nodes.Registration;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.work.OfferDesk.Offer;

/**
 * Stimuli for calls that another node holds, as texts between nodes: account, call, what it is, and its own lines. A text that
 * is lost costs time and no truth: an offer runs off, an answer to one that was taken back is refused, who waits looks for his
 * item now and then, and what a user asked for he sees not done. Thread-safe.
 */
final class CallPost {

    private static final String SUBJECT = "call";
    private static final int HEAD = 4;
    private static final int OFFER = 7;

    /** Who takes what came for a call of this node. */
    @FunctionalInterface
    interface Receiver {
        void deliver(AccountId account, String callId, Stimulus stimulus);
    }

    private final NodeMessages messages;

    CallPost(NodeMessages messages) {
        this.messages = messages;
    }

    /** To the node that holds the call; what only that node itself can hear of goes nowhere. */
    void pass(Call root, Stimulus stimulus) {
        String text = text(stimulus);
        if (!text.isEmpty()) {
            Placement there = root.placement();
            messages.send(new NodeId(there.node(), there.incarnation()), SUBJECT,
                    lines(root.account().value(), root.id(), text));
        }
    }

    Registration receive(Receiver receiver) {
        return messages.receive(SUBJECT, text -> {
            String[] head = text.split("\n", HEAD);
            if (head.length == HEAD) {
                AccountId account = new AccountId(head[0]);
                stimulus(account, head[1], head[2], head[3])
                        .ifPresent(stimulus -> receiver.deliver(account, head[1], stimulus));
            }
        });
    }

    private static String text(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.AboutWork(String _, Signal.Offered(Offer offer)) -> lines("offered", text(offer));
            case Stimulus.AboutWork(String _, Signal.Rescinded(Offer offer)) -> lines("rescinded", text(offer));
            case Stimulus.AboutWork(String item, Signal.Expired _) -> lines("expired", item);
            case Stimulus.Withdrawn(String instruction) -> lines("withdrawn", instruction);
            case Stimulus.Redirected(FlowAddress flow) -> lines("redirected", flow.toString());
            case Stimulus.HangUpAsked(String leg) -> lines("hang-up-asked", leg);
            case Stimulus.FlowEnded(String instance) -> lines("flow-ended", instance);
            case Stimulus.FlowFailed(Failure failure) -> lines("flow-failed", failure.processInstance(),
                    failure.element(), failure.detail());
            default -> "";
        };
    }

    private static Optional<Stimulus> stimulus(AccountId account, String callId, String what, String lines) {
        return switch (what) {
            case "offered" -> offer(account, callId, lines)
                    .map(offer -> new Stimulus.AboutWork(offer.workItemId(), new Signal.Offered(offer)));
            case "rescinded" -> offer(account, callId, lines)
                    .map(offer -> new Stimulus.AboutWork(offer.workItemId(), new Signal.Rescinded(offer)));
            case "expired" -> Optional.of(new Stimulus.AboutWork(lines, new Signal.Expired(lines)));
            case "withdrawn" -> Optional.of(new Stimulus.Withdrawn(lines));
            case "redirected" -> Optional.of(new Stimulus.Redirected(FlowAddress.parse(lines)));
            case "hang-up-asked" -> Optional.of(new Stimulus.HangUpAsked(lines));
            case "flow-ended" -> Optional.of(new Stimulus.FlowEnded(lines));
            case "flow-failed" -> failure(lines).map(Stimulus.FlowFailed::new);
            default -> Optional.empty();
        };
    }

    /** Without the attributes: whoever rings a worker does not look at them. */
    private static String text(Offer offer) {
        return lines(offer.workItemId(), offer.workspaceId(), offer.reservationId(), offer.workerId(),
                offer.contactUri(), offer.from().orElse(""), String.valueOf(offer.records()));
    }

    private static Optional<Offer> offer(AccountId account, String callId, String lines) {
        String[] parts = lines.split("\n", OFFER);
        return parts.length == OFFER
                ? Optional.of(new Offer(account, parts[1], parts[2], parts[0], parts[3], callId, parts[4], Map.of(),
                        Optional.of(parts[5]).filter(from -> !from.isEmpty()), Boolean.parseBoolean(parts[6])))
                : Optional.empty();
    }

    private static Optional<Failure> failure(String lines) {
        String[] parts = lines.split("\n", 3);
        return parts.length == 3 ? Optional.of(new Failure(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    private static String lines(String... lines) {
        return String.join("\n", lines);
    }
}
