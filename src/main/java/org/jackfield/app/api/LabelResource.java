package org.jackfield.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jackfield.analytics.conversation.Archive;
import org.jackfield.analytics.conversation.Definitions;
import org.jackfield.analytics.conversation.Relabelling;
import org.jackfield.analytics.label.define.InvalidDefinitionsException;
import org.jackfield.app.conversation.LabelDesk;
import org.jackfield.app.conversation.LabelFile;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The labels of an account: define, try on the archive, take away, and see how far the archive has them. */
@RestController
final class LabelResource {

    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private static final Set<String> OURS = Set.of("preview", "relabelling");
    private static final String ALL = Wire.NATIVE + "/labels";
    private static final String ONE = ALL + "/{Name}";

    private final LabelDesk desk;

    LabelResource(LabelDesk desk) {
        this.desk = desk;
    }

    @GetMapping(ALL)
    View list(Ask ask) {
        return new View().put("labels", desk.list(ask.account()).stream().map(LabelResource::view).toList());
    }

    @PostMapping(path = ALL, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<View> putAll(Ask ask, @RequestBody String definitions) {
        return checked(definitions, file -> {
            long version = put(ask, file);
            return answer(HttpStatus.OK,
                    new View().put("version", version).put("labels", List.copyOf(file.files().keySet())));
        });
    }

    @GetMapping(ONE)
    View read(Ask ask) {
        return view(find(ask));
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<View> put(Ask ask, @RequestBody String definition) {
        return checked(definition, file -> {
            if (!file.files().keySet().equals(Set.of(ask.path("Name")))) {
                throw Params.invalid("Name", "of the address is not the name in the definition");
            }
            put(ask, file);
            return answer(HttpStatus.OK, view(find(ask)));
        });
    }

    @DeleteMapping(ONE)
    ResponseEntity<Void> remove(Ask ask) {
        if (!desk.remove(ask.account(), ask.path("Name"))) {
            throw unknown(ask);
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = ALL + "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<View> preview(Ask ask, @RequestBody String definitions) {
        return checked(definitions, file -> answer(HttpStatus.OK,
                view(desk.preview(ask.account(), file.definitions()))));
    }

    @GetMapping(ALL + "/relabelling")
    View relabelling(Ask ask) {
        Optional<Relabelling> running = desk.relabelling(ask.account());
        Optional<Relabelling.Progress> progress = running.map(Relabelling::progress);
        return new View().put("version", running.map(Relabelling::version).orElse(0L))
                .put("labels", running.map(Relabelling::labels).orElse(Set.of()).stream().sorted().toList())
                .put("done", progress.map(Relabelling.Progress::done).orElse(0L))
                .put("total", progress.map(Relabelling.Progress::total).orElse(0L))
                .put("begun", progress.map(known -> known.begun().toString()))
                .put("updated", progress.map(known -> known.updated().toString()))
                .put("finished", progress.flatMap(Relabelling.Progress::finished).map(Object::toString));
    }

    private long put(Ask ask, LabelFile file) {
        file.files().keySet().stream().filter(OURS::contains).findFirst().ifPresent(name -> {
            throw Params.invalid("Name", name + " is an address of our own; choose another name");
        });
        return desk.put(ask.account(), file.files())
                .orElseThrow(() -> new DomainException(ErrorCode.INVALID_PARAMETER,
                        "An account has at most 20000 labels; take some away first"));
    }

    private Definitions.Defined find(Ask ask) {
        return desk.find(ask.account(), ask.path("Name")).orElseThrow(() -> unknown(ask));
    }

    private static DomainException unknown(Ask ask) {
        return new DomainException(ErrorCode.NOT_FOUND, "no label " + ask.path("Name"));
    }

    /** What is done with good definitions. */
    @FunctionalInterface
    private interface Use {
        ResponseEntity<View> of(LabelFile file);
    }

    private static ResponseEntity<View> checked(String definitions, Use use) {
        LabelFile file;
        try {
            file = new LabelFile(definitions);
        } catch (InvalidDefinitionsException refused) {
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, new View().put("errors", refused.problems()
                    .stream()
                    .map(problem -> Map.of("place", problem.place(), "cause", problem.cause(), "remedy",
                            problem.remedy()))
                    .toList()));
        }
        return use.of(file);
    }

    private static ResponseEntity<View> answer(HttpStatusCode status, View body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static View view(Definitions.Defined defined) {
        return new View().put("name", defined.name())
                .put("version", defined.version())
                .put("changed", defined.changed().toString())
                .put("definition", LabelFile.label(defined.json()));
    }

    private static View view(Archive.Foreseen foreseen) {
        return new View().put("matching", foreseen.matching())
                .put("looked_at", foreseen.lookedAt())
                .put("complete", foreseen.complete())
                .put("examples",
                        foreseen.examples()
                                .stream()
                                .map(example -> ConversationViews.placed(example.label())
                                        .put("text", example.text())
                                        .put("conversation", ConversationViews.head(example.conversation())))
                                .toList());
    }
}
