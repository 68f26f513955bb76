package org.jackfield.app.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jackfield.app.security.Refusals;
import org.jackfield.engine.error.ErrorCode;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for what failed before a resource was reached; tells nothing of our inside. */
@RestController
final class Fallback implements ErrorController {

    private final Refusals refusals;

    Fallback(Refusals refusals) {
        this.refusals = refusals;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 404;
        ErrorCode code = status == 404
                ? ErrorCode.NOT_FOUND
                : status >= 500 ? ErrorCode.INTERNAL : ErrorCode.INVALID_PARAMETER;
        refusals.write(request, response, code, status, code.cause());
    }
}
