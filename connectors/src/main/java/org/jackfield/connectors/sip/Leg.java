package org.jackfield.connectors.sip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jackfield.connectors.rtp.MediaListener;
import org.jackfield.connectors.rtp.MediaRequest;
import org.jackfield.connectors.rtp.MediaStream;
import org.jackfield.connectors.rtp.NoPortLeftException;
import org.jackfield.connectors.sip.sdp.MediaAgreement;
import org.jackfield.connectors.sip.sdp.MediaNegotiation;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.Trace;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.media.RecordingFile;
import org.jackfield.engine.state.TransitionTable;

/**
 * One leg: its place in the state table, its media, its mailbox. Everything but {@link #tell}, {@link #id} and
 * {@link #media} runs in the mailbox, one thing at a time, so nothing here is locked. What happens before the answer is in
 * {@link InboundLeg} and {@link OutboundLeg}, what happens after it in {@link Conversation}.
 */
abstract class Leg {

    private static final Logger LOG = System.getLogger(Leg.class.getName());

    private final String id;
    private final LegContext context;
    private final SerialMailbox mailbox;
    private final TransitionTable<LegState, LegTrigger> table;
    private LegState state;
    private volatile Optional<MediaStream> media = Optional.empty();
    private Optional<MediaNegotiation> negotiation = Optional.empty();
    private boolean held;
    private boolean ended;
    private volatile Trace trace;

    Leg(String id, LegContext context, TransitionTable<LegState, LegTrigger> table) {
        this.id = id;
        this.context = context;
        this.mailbox = context.newMailbox();
        this.table = table;
        this.trace = Trace.current().or(new Trace("", id));
        this.state = table.initial();
    }

    final String id() {
        return id;
    }

    final LegContext context() {
        return context;
    }

    /** Runs it in its turn; a task that throws ends the leg, so that nothing of it stays behind. */
    final void tell(Runnable task) {
        trace = trace.or(Trace.current());
        mailbox.tell(() -> {
            try (Trace.Scope _ = trace.enter()) {
                if (!context.guard().run("leg " + id, task)) {
                    state = LegState.ENDED;
                    wreck();
                }
            }
        });
    }

    /** A task of the leg threw: whatever the leg holds is let go. */
    abstract void wreck();

    final LegState state() {
        return state;
    }

    /** Moves on when the table allows it. */
    final boolean fire(LegTrigger trigger) {
        Optional<LegState> next = table.next(state, trigger);
        next.ifPresent(reached -> state = reached);
        return next.isPresent();
    }

    /** Ends the leg in whatever state it is. */
    abstract void hangUp();

    /** The peer ended the dialog. */
    abstract void peerHungUp();

    /** The call cannot go on: a BYE goes out. */
    abstract void broken(EndCause cause);

    /** The media stream while there is one. */
    final Optional<MediaStream> media() {
        return media;
    }

    /** Takes a port pair; false when none is left. */
    final boolean openMedia() {
        try {
            MediaStream stream = context.media().open(new MediaRequest(id, new MediaReports()));
            media = Optional.of(stream);
            negotiation = Optional.of(new MediaNegotiation(stream.local(), context.messages().newNumber()));
            return true;
        } catch (NoPortLeftException e) {
            LOG.log(Level.WARNING, "leg " + id + ": " + e.getMessage());
            return false;
        }
    }

    final MediaNegotiation negotiation() {
        return negotiation.orElseThrow(() -> new IllegalStateException("leg " + id + " has no media"));
    }

    /** Sends and hears as both ends agreed; tells of hold and its end once the leg talks. */
    final void apply(MediaAgreement agreement) {
        media.ifPresent(stream -> stream.configure(agreement.remote()));
        reportHold();
    }

    /** Tells of hold when it changed since the last time. */
    final void reportHold() {
        boolean now = negotiation.flatMap(MediaNegotiation::agreement).filter(MediaAgreement::isHeld).isPresent();
        if (state == LegState.TALKING && now != held) {
            held = now;
            report(now ? new LegEvent.Held() : new LegEvent.Resumed());
        }
    }

    final void report(LegEvent event) {
        if (!ended || event instanceof LegEvent.Recorded) {
            context.listener().on(id, event);
        }
    }

    /** The end as the engine sees it; signalling may go on a little. */
    final void finish(EndCause cause) {
        finishQuietly(Optional.of(cause));
    }

    final void finishQuietly(Optional<EndCause> cause) {
        if (!ended) {
            cause.ifPresent(why -> report(new LegEvent.Ended(why)));
            ended = true;
            media.ifPresent(MediaStream::close);
        }
    }

    /** The last message is through: nothing of the leg is left. */
    final void retire() {
        context.table().remove(this);
    }

    /** Brings what the media thread reports into the mailbox. */
    private final class MediaReports implements MediaListener {

        @Override
        public void digit(char digit) {
            tell(() -> report(new LegEvent.Digit(digit)));
        }

        @Override
        public void played(String playback) {
            tell(() -> report(new LegEvent.Played(playback)));
        }

        @Override
        public void recorded(String recording, Optional<RecordingFile> file) {
            tell(() -> report(new LegEvent.Recorded(recording, file)));
        }

        @Override
        public void mediaLost() {
            tell(() -> broken(EndCause.MEDIA_LOST));
        }
    }
}
