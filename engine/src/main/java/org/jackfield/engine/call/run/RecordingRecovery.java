package org.jackfield.engine.call.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Recording;
import org.jackfield.engine.media.RecordingFile;
import org.jackfield.engine.media.RecordingFiles;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.unit.ConflictException;

/** Ends the recordings that a dead node left in progress: completed with what lies on disk, or absent. */
final class RecordingRecovery {

    private static final Logger LOG = System.getLogger(RecordingRecovery.class.getName());
    private static final int PAGE = 100;

    private final CallStores stores;
    private final Home home;

    RecordingRecovery(CallStores stores, Home home) {
        this.stores = stores;
        this.home = home;
    }

    /** Ends those of calls that the node held, at that start or an earlier one. */
    void recover(NodeId over) {
        Optional<Recording> last = Optional.empty();
        List<Recording> page;
        do {
            Optional<Recording> after = last;
            page = stores.unit().read(() -> stores.recordings().inProgress(after, PAGE));
            page.forEach(recording -> end(recording, over));
            last = page.isEmpty() ? last : Optional.of(page.getLast());
        } while (page.size() == PAGE);
    }

    private void end(Recording recording, NodeId over) {
        try {
            stores.unit().run(() -> {
                if (wasHeldBy(recording, over)) {
                    Recording ended = ended(recording);
                    stores.recordings().save(ended);
                    stores.events().append(CallEvents.recorded(ended));
                }
            });
        } catch (ConflictException meanwhile) {
            LOG.log(Level.INFO, "recording {0} is ended by somebody else: {1}", recording.id(), meanwhile.getMessage());
        }
    }

    private boolean wasHeldBy(Recording recording, NodeId over) {
        return stores.calls()
                .find(recording.account(), recording.callId())
                .map(Call::placement)
                .filter(place -> place.node().equals(over.name()) && place.incarnation() <= over.incarnation())
                .isPresent();
    }

    private Recording ended(Recording recording) {
        Optional<RecordingFile> sound = RecordingFiles.find(home.recordings().resolve(recording.file()));
        LOG.log(Level.INFO, "recording {0} of call {1}: {2}", recording.id(), recording.callId(),
                sound.map(file -> file.duration() + " salvaged").orElse("nothing to salvage"));
        return new Recording(recording.account(), recording.id(), recording.callId(), recording.workItem(),
                sound.isPresent() ? Recording.Status.COMPLETED : Recording.Status.ABSENT, recording.file(),
                sound.map(RecordingFile::duration).orElse(Duration.ZERO),
                sound.map(RecordingFile::channels).orElse(recording.channels()), recording.created());
    }
}
