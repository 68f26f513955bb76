package org.jackfield.app.api;

import java.util.Arrays;
import java.util.Map;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The interface's own description, and what each error code means. */
@RestController
final class DocumentResource {

    private final Operations operations;

    DocumentResource(Operations operations) {
        this.operations = operations;
    }

    @GetMapping(Wire.NATIVE + "/openapi.json")
    Map<String, ?> document(Ask ask) {
        return operations.document();
    }

    @GetMapping(Wire.NATIVE + "/errors/{number}")
    View error(Ask ask) {
        ErrorCode code = Arrays.stream(ErrorCode.values())
                .filter(known -> String.valueOf(known.number()).equals(ask.path("number")))
                .findFirst()
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no such error code"));
        return new View().put("code", code.number()).put("cause", code.cause()).put("remedy", code.remedy());
    }
}
