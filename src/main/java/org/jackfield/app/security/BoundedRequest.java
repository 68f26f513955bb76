package org.jackfield.app.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;

/** A request under its folded path, whose body ends with a refusal when it is longer than allowed. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final String path;
    private final long largestBody;

    BoundedRequest(HttpServletRequest request, String path, long largestBody) {
        super(request);
        this.path = path;
        this.largestBody = largestBody;
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream(), largestBody);
    }

    private static final class Bounded extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        Bounded(ServletInputStream body, long left) {
            this.body = body;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = body.read(target, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new DomainException(ErrorCode.TOO_LARGE, "the body is larger than allowed");
            }
        }
    }
}
