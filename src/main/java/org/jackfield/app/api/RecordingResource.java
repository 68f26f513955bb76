package org.jackfield.app.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jackfield.engine.call.Recording;
import org.jackfield.engine.call.Recordings;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.store.DataFolder;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recordings: their records, their sound (whole, or the range that is asked for), and their removal. */
@RestController
final class RecordingResource {

    private static final String ALL = Wire.ACCOUNT + "/Recordings";
    private static final String OF_CALL = Wire.ACCOUNT + "/Calls/{CallSid}/Recordings";
    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    private final Recordings recordings;
    private final UnitOfWork unit;
    private final Path folder;
    private final CallDesk callDesk;
    private final Wire wire;

    RecordingResource(Recordings recordings, UnitOfWork unit, DataFolder data, CallDesk callDesk, Wire wire) {
        this.recordings = recordings;
        this.unit = unit;
        this.folder = data.resolve("recordings");
        this.callDesk = callDesk;
        this.wire = wire;
    }

    @GetMapping(ALL + ".json")
    View list(Ask ask) {
        return list(ask, ask.params().text("CallSid"), this::ofAccountView);
    }

    @GetMapping(OF_CALL + ".json")
    View ofCall(Ask ask) {
        return list(ask, Optional.of(callDesk.known(ask)), RecordingResource::ofCallView);
    }

    @GetMapping({ALL + "/{Sid}.json", OF_CALL + "/{Sid}.json"})
    View read(Ask ask) {
        Recording recording = find(ask);
        return ask.path().containsKey("CallSid") ? ofCallView(recording) : ofAccountView(recording);
    }

    @GetMapping(ALL + "/{Sid}.wav")
    ResponseEntity<Resource> sound(Ask ask) {
        Path file = fileOf(find(ask));
        if (!Files.isReadable(file)) {
            throw new DomainException(ErrorCode.NOT_FOUND, "the recording has no sound yet");
        }
        return ResponseEntity.ok().contentType(WAV).body(new FileSystemResource(file));
    }

    @DeleteMapping({ALL + "/{Sid}.json", OF_CALL + "/{Sid}.json"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        Recording recording = find(ask);
        if (recording.status() == Recording.Status.IN_PROGRESS) {
            throw new DomainException(ErrorCode.ILLEGAL_STATE, "the recording is in progress");
        }
        unit.run(() -> recordings.delete(ask.account(), recording.id()));
        try {
            Files.deleteIfExists(fileOf(recording));
        } catch (IOException e) {
            throw new UncheckedIOException("the sound of " + recording.id() + " cannot be deleted", e);
        }
    }

    private View list(Ask ask, Optional<String> call, Function<Recording, View> view) {
        return ask.page()
                .sdk(new PageOf.Shape<>("recordings", Recording::id, view),
                        unit.read(() -> recordings.list(ask.account(),
                                new Recordings.Filter(call, Times.span(ask.params(), "DateCreated")),
                                ask.page().paging())));
    }

    private Recording find(Ask ask) {
        String id = ask.path("Sid");
        Optional<String> call = Optional.ofNullable(ask.path().get("CallSid"));
        return unit.read(() -> recordings.find(ask.account(), id))
                .filter(found -> call.map(found.callId()::equals).orElse(true))
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no recording " + id));
    }

    /** The file in the folder of recordings, nowhere else. */
    private Path fileOf(Recording recording) {
        return folder.resolve(String.valueOf(Path.of(recording.file()).getFileName()));
    }

    /** The two lists of recordings differ in what existing SDKs read from an entry. */
    private View ofAccountView(Recording recording) {
        String uri = Wire.uri(recording.account().value(), "/Recordings/" + recording.id());
        return view(recording).put("media_url", wire.absolute("/api" + uri + ".wav"))
                .put("subresource_uris", new View())
                .put("uri", uri + ".json");
    }

    private static View ofCallView(Recording recording) {
        return view(recording).put("track", "both")
                .put("uri", Wire.uri(recording.account().value(), "/Calls/" + recording.callId() + "/Recordings/"
                        + recording.id() + ".json"));
    }

    private static View view(Recording recording) {
        String account = recording.account().value();
        String created = Times.rfc2822(recording.created());
        boolean over = recording.status() != Recording.Status.IN_PROGRESS;
        return new View().put("sid", recording.id())
                .put("account_sid", account)
                .put("call_sid", recording.callId())
                .put("conference_sid", null)
                .put("channels", recording.channels())
                .put("duration", over ? String.valueOf(recording.duration().toSeconds()) : null)
                .put("status", recording.status().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("source", "DialVerb")
                .put("price", null)
                .put("price_unit", "USD")
                .put("error_code", null)
                .put("encryption_details", null)
                .put("start_time", created)
                .put("date_created", created)
                .put("date_updated", created)
                .put("api_version", "2010-04-01");
    }
}
