package org.jackfield.engine.error;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jackfield.engine.docs.GeneratedDocs;
import org.junit.jupiter.api.Test;

class ErrorCatalogueTest {

    private static final String HEADING = """
            # Error codes

            Every error that a caller can see. The class says whose move it is: `CALLER` means change the request, `OURS` means
            tell us, `NO_CAPACITY` means nothing was done, send it again later, `REMOTE` means that a peer failed. Numbers from
            64000 up are our own.

            | code | name | class | cause | remedy |
            |---|---|---|---|---|
            """;

    @Test
    void agreesWithTheEnumWhenThePageIsRead() {
        GeneratedDocs.check("reference/errors.md",
                HEADING + Arrays.stream(ErrorCode.values()).map(ErrorCatalogueTest::row).collect(joining("\n")));
    }

    @Test
    void numbersEachCodeOnceWhenAllAreListed() {
        assertThat(ErrorCode.values()).extracting(ErrorCode::number).doesNotHaveDuplicates();
    }

    private static String row(ErrorCode code) {
        return "| %d | `%s` | `%s` | %s | %s |".formatted(code.number(), code, code.errorClass(), code.cause(),
                code.remedy());
    }
}
