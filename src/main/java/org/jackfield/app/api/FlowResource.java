package org.jackfield.app.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.flow.FlowProblem;
import org.jackfield.engine.flow.FlowSources;
import org.jackfield.engine.flow.Flows;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Flows: check a process model, deploy it, look at it, delete it. A refused model changes nothing. */
@RestController
final class FlowResource {

    private static final String FLOWS = Wire.NATIVE + "/flows";
    private static final String ONE = FLOWS + "/{key}";
    private static final String VERSION = ONE + "/{version}";
    private static final String BPMN = "omg.org/spec/BPMN";
    private static final String DMN = "omg.org/spec/DMN";

    private final Flows flows;
    private final UnitOfWork unit;

    FlowResource(Flows flows, UnitOfWork unit) {
        this.flows = flows;
        this.unit = unit;
    }

    @PostMapping(path = FLOWS, consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ResponseEntity<View> deploy(Ask ask, @RequestBody String model) {
        return switch (unit.run(() -> flows.deploy(ask.account(), sources(model)))) {
            case Flows.Deployment.Deployed deployed -> answer(HttpStatus.CREATED, deployed(deployed));
            case Flows.Deployment.Refused refused ->
                answer(HttpStatus.UNPROCESSABLE_CONTENT, errors(refused.problems()));
        };
    }

    @PostMapping(path = FLOWS + ":validate", consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ResponseEntity<View> validate(Ask ask, @RequestBody String model) {
        Flows.Report report = unit.run(() -> flows.validate(ask.account(), sources(model)));
        return report.isAccepted()
                ? answer(HttpStatus.OK, new View().put("warnings", problems(report.warnings())))
                : answer(HttpStatus.UNPROCESSABLE_CONTENT, errors(report.problems()));
    }

    @GetMapping(FLOWS)
    View list(Ask ask) {
        String after = ask.params().text("after").orElse("");
        int size = ask.params().number("size", 1, Paging.MOST).orElse(Paging.MOST);
        return new View().put("flows", unit.run(() -> flows.list(ask.account(), after, size))
                .stream()
                .map(flow -> new View().put("key", flow.key())
                        .put("name", flow.name())
                        .put("version", flow.version())
                        .put("shipped", flow.isShipped()))
                .toList());
    }

    @GetMapping(ONE + "/versions")
    View versions(Ask ask) {
        List<Flows.Version> versions = unit.run(() -> flows.versions(ask.account(), ask.path("key")));
        if (versions.isEmpty()) {
            throw missing(ask);
        }
        return new View().put("versions",
                versions.stream()
                        .map(version -> new View().put("version", version.version())
                                .put("deployed", version.deployed().toString()))
                        .toList());
    }

    @GetMapping({ONE, VERSION})
    ResponseEntity<String> read(Ask ask) {
        Flows.Model model = unit.run(() -> flows.read(ask.account(), ask.path("key"), version(ask)))
                .orElseThrow(() -> missing(ask));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header("Jackfield-Flow", new FlowAddress(model.key(), OptionalInt.of(model.version())).toString())
                .body(model.xml());
    }

    @DeleteMapping({ONE, VERSION})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        if (!unit.run(() -> flows.delete(ask.account(), ask.path("key"), version(ask)))) {
            throw missing(ask);
        }
    }

    private static FlowSources sources(String model) {
        return model.contains(DMN) && !model.contains(BPMN) ? FlowSources.decision(model) : FlowSources.bpmn(model);
    }

    private static OptionalInt version(Ask ask) {
        Optional<String> text = Optional.ofNullable(ask.path().get("version"));
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.get().matches("[1-9][0-9]{0,8}")) {
            throw missing(ask);
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    private static DomainException missing(Ask ask) {
        return new DomainException(ErrorCode.NOT_FOUND, "no flow " + ask.path("key") + " of that version");
    }

    private static ResponseEntity<View> answer(HttpStatusCode status, View body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static View deployed(Flows.Deployment.Deployed deployed) {
        return new View().put("key", deployed.key())
                .put("version", deployed.version())
                .put("warnings",
                        problems(deployed.warnings()));
    }

    private static View errors(List<FlowProblem> problems) {
        return new View().put("errors", problems(problems));
    }

    private static List<View> problems(List<FlowProblem> problems) {
        return problems.stream()
                .map(problem -> new View().put("element", problem.element())
                        .put("code", problem.code().name())
                        .put("cause", problem.cause())
                        .put("remedy", problem.remedy()))
                .toList();
    }
}
