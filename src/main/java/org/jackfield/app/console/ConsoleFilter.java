package org.jackfield.app.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for the console's files before anybody has to sign in: they hold no data. Their content security policy (CSP 3)
 * lets the page load from and talk to this server only.
 */
public final class ConsoleFilter extends OncePerRequestFilter {

    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isRead = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        Optional<ConsoleFile> file = isRead ? ConsoleFile.at(request.getRequestURI()) : Optional.empty();
        if (file.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        write(file.get(), request, response);
    }

    private static void write(ConsoleFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accepted = Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
        boolean zip = file.isZipped() && accepted.contains("gzip");
        byte[] body = file.body(zip);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", file.isNamedByContent() ? FOR_EVER : "no-cache");
        if (zip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(file.type());
        response.setContentLength(body.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(body);
        }
    }
}
