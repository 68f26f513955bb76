package org.jackfield.app.api;

import java.util.Arrays;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Entity tags (RFC 9110, sections 8.8.3 and 13.1.1): a change is made only to what the client has seen. */
final class Tags {

    private Tags() {}

    static ResponseEntity<View> ok(Object version, View view) {
        return answer(HttpStatus.OK, version, view);
    }

    static ResponseEntity<View> answer(HttpStatus status, Object version, View view) {
        return ResponseEntity.status(status).eTag(tag(version)).body(view);
    }

    /** Refuses the change of something in that version when the request names other ones. */
    static void require(Ask ask, Object version) {
        String wanted = ask.request().getHeader(HttpHeaders.IF_MATCH);
        if (wanted == null || wanted.isBlank() || wanted.strip().equals("*")) {
            return;
        }
        String tag = tag(version);
        if (Arrays.stream(wanted.split(",", -1)).map(Tags::quoted).noneMatch(tag::equals)) {
            throw new DomainException(ErrorCode.PRECONDITION_FAILED, "it is " + tag + " now, not " + shortened(wanted));
        }
    }

    private static String tag(Object version) {
        return "\"" + version + "\"";
    }

    /** Clients that keep the bare value are understood too. */
    private static String quoted(String tag) {
        String text = tag.strip();
        return text.startsWith("\"") || text.startsWith("W/") ? text : tag(text);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
