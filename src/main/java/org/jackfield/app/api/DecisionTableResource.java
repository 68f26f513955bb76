package org.jackfield.app.api;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.work.PolicyDocument;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.table.DecisionTableAdministration;
import org.jackfield.engine.work.table.DecisionTableAdministration.Drawing;
import org.jackfield.engine.work.table.DecisionTableAdministration.Foreseen;
import org.jackfield.engine.work.table.DecisionTableAdministration.Question;
import org.jackfield.engine.work.table.DecisionTableAdministration.Refused;
import org.jackfield.engine.work.table.DecisionTableAdministration.Saved;
import org.jackfield.engine.work.table.DecisionTableAdministration.Saving;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Routing policies drawn as decision tables: save, read, and try on the items of the last days. */
@RestController
final class DecisionTableResource {

    private static final String WORKSPACE = Wire.NATIVE + "/workspaces/{WorkspaceSid}";
    private static final String POLICIES = WORKSPACE + "/routing-policies";
    private static final String TABLE = POLICIES + "/{Sid}/decision-table";
    private static final String TABLES = WORKSPACE + "/decision-tables";
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 90;

    private final DecisionTableAdministration tables;
    private final WorkDesk desk;

    DecisionTableResource(DecisionTableAdministration tables, WorkDesk desk) {
        this.tables = tables;
        this.desk = desk;
    }

    @GetMapping(POLICIES)
    View list(Ask ask) {
        Paging paging = new Paging(ask.params().text("after").orElse(""),
                ask.params().number("size", 1, Paging.MOST).orElse(Paging.MOST));
        return new View().put("policies",
                tables.list(ask.account(), ask.path("WorkspaceSid"), paging)
                        .stream()
                        .map(listed -> view(listed.policy()).put("decision_table", listed.byTable()))
                        .toList());
    }

    @GetMapping(TABLE)
    ResponseEntity<String> read(Ask ask) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(tables.read(ask.account(), ask.path("WorkspaceSid"), ask.path("Sid")));
    }

    @PostMapping(path = TABLES, consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ResponseEntity<View> create(Ask ask, @RequestBody String dmn) {
        return answer(HttpStatus.CREATED,
                tables.create(ask.account(), ask.path("WorkspaceSid"), drawing(ask, dmn)));
    }

    @PutMapping(path = TABLE, consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ResponseEntity<View> replace(Ask ask, @RequestBody String dmn) {
        return answer(HttpStatus.OK,
                tables.replace(ask.account(), ask.path("WorkspaceSid"), ask.path("Sid"), drawing(ask, dmn)));
    }

    @PostMapping(path = TABLES + "/preview", consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ResponseEntity<View> preview(Ask ask, @RequestBody String dmn) {
        Duration back = Duration.ofDays(ask.params().number("days", 1, MOST_DAYS).orElse(USUAL_DAYS));
        Question question = new Question(dmn, back, ask.params().text("policy").filter(id -> !id.isEmpty()));
        return switch (tables.preview(ask.account(), ask.path("WorkspaceSid"), question)) {
            case Foreseen foreseen -> answer(HttpStatus.OK, new PreviewView(names(ask, foreseen)).of(foreseen));
            case Refused refused -> refused(refused);
        };
    }

    private static Drawing drawing(Ask ask, String dmn) {
        return new Drawing(dmn, ask.params().flag("without_workers").orElse(false));
    }

    private Map<String, String> names(Ask ask, Foreseen foreseen) {
        return desk.read(() -> desk.stores()
                .queues()
                .findAll(ask.account(), ask.path("WorkspaceSid"), foreseen.preview().queues().keySet()))
                .stream()
                .collect(Collectors.toMap(Queue::id, Queue::name));
    }

    private static ResponseEntity<View> answer(HttpStatusCode status, Saving saving) {
        return switch (saving) {
            case Saved saved -> answer(status,
                    view(saved.policy()).put("warnings", PreviewView.problems(saved.warnings())));
            case Refused refused -> refused(refused);
        };
    }

    private static ResponseEntity<View> refused(Refused refused) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT,
                new View().put("errors", PreviewView.problems(refused.problems())));
    }

    private static ResponseEntity<View> answer(HttpStatusCode status, View body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static View view(PolicyDocument policy) {
        return new View().put("sid", policy.id())
                .put("name", policy.name())
                .put("workspace", policy.workspaceId())
                .put("version", policy.version())
                .put("updated", policy.updated().toString());
    }
}
