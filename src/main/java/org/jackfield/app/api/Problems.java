package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jackfield.app.security.Refusals;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns what a resource throws into an answer. */
@RestControllerAdvice
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Refusals refusals;

    Problems(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    void refused(DomainException refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String detail = refusal.getMessage() == null ? refusal.code().cause() : refusal.getMessage();
        refusals.write(request, response, refusal.code(), detail);
    }

    @ExceptionHandler({StoreUnavailableException.class, DataAccessException.class})
    void away(RuntimeException away, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("the database is away: {}", away.getMessage());
        if (away instanceof StoreUnavailableException unavailable && unavailable.isOutcomeUnknown()) {
            unknown(request, response);
            return;
        }
        refusals.write(request, response, ErrorCode.UNAVAILABLE, "the database is away; nothing was changed");
    }

    /** No 5xx: existing SDKs send a request again after one, and it may have been done. */
    private void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.write(request, response, ErrorCode.CONFLICT,
                "the database went away meanwhile; look whether the change is there before sending it again");
    }

    @ExceptionHandler
    void conflict(ConflictException conflict, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refusals.write(request, response, ErrorCode.UNAVAILABLE, 503,
                "another request changed the same thing; nothing was changed by this one");
    }

    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        Throwable cause = unreadable.getCause();
        if (cause instanceof DomainException refusal) {
            refused(refusal, request, response);
        } else {
            refusals.write(request, response, ErrorCode.INVALID_PARAMETER, "the body cannot be read");
        }
    }

    @ExceptionHandler
    void method(HttpRequestMethodNotSupportedException unsupported, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        String[] allowed = unsupported.getSupportedMethods();
        if (allowed != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        refusals.write(request, response, ErrorCode.METHOD_NOT_ALLOWED, request.getMethod() + " is not known here");
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("the client went away: {}", gone.getMessage());
    }

    @ExceptionHandler
    void other(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            ErrorCode code = status == 404 ? ErrorCode.NOT_FOUND : ErrorCode.INVALID_PARAMETER;
            refusals.write(request, response, code, status, known.getBody().getTitle() + "");
            return;
        }
        LOG.error("a request failed", failure);
        refusals.write(request, response, ErrorCode.INTERNAL, ErrorCode.INTERNAL.cause());
    }
}
