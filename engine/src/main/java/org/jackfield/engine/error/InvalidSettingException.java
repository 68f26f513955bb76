package org.jackfield.engine.error;

/**
 * A setting that the product cannot start with. The launcher prints the message and exits with 78 ({@code EX_CONFIG});
 * a secret's value is never given here.
 */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param name the environment variable or property */
    public InvalidSettingException(String name, String value, String allowed) {
        super("%s is \"%s\"; allowed: %s".formatted(name, value, allowed));
    }
}
