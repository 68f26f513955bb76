package org.jackfield.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jackfield.engine.error.ErrorCode;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: refuses bodies that are too large, sets the security headers, and folds the ways to name a
 * resource (prefix, first label of the host, bare path) into one address space.
 */
public final class EdgeFilter extends OncePerRequestFilter {

    private final long largestBody;
    private final Refusals refusals;

    public EdgeFilter(long largestBody, Refusals refusals) {
        this.largestBody = largestBody;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        secure(response);
        if (request.getContentLengthLong() > largestBody) {
            refusals.write(request, response, ErrorCode.TOO_LARGE, "the body is larger than " + largestBody + " bytes");
            return;
        }
        chain.doFilter(new BoundedRequest(request, AddressSpace.fold(request), largestBody), response);
    }

    private static void secure(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
