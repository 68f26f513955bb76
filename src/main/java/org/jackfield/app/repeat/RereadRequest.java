package org.jackfield.app.repeat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A request whose body was read once and can be read again. The body of a form stays with its parameters. */
final class RereadRequest extends HttpServletRequestWrapper {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final byte[] body;
    private final boolean isForm;

    private RereadRequest(HttpServletRequest request, byte[] body, boolean isForm) {
        super(request);
        this.body = body;
        this.isForm = isForm;
    }

    static RereadRequest of(HttpServletRequest request) throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse(FORM).toLowerCase(Locale.ROOT);
        boolean isForm = type.startsWith(FORM);
        return new RereadRequest(request, isForm ? new byte[0] : request.getInputStream().readAllBytes(), isForm);
    }

    /** The bytes that are not a form. */
    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return isForm ? super.getInputStream() : new Again(new ByteArrayInputStream(body));
    }

    private static final class Again extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Again(ByteArrayInputStream bytes) {
            super();
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("read without waiting: all is there");
        }
    }
}
