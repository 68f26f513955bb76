package org.jackfield.app.launch;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.connectors.sip.SipUnavailableException;
import org.jackfield.engine.error.InvalidSettingException;
import org.jackfield.engine.store.DataFolderTakenException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;

/** Why a start failed, in words for the operator, and the exit code that says it to a script. */
record StartFailure(int exitCode, String message) {

    static final int DEFECT = 70;
    static final int TAKEN = 69;
    static final int BAD_CONFIGURATION = 78;

    private static final int DEEPEST = 30;
    private static final Pattern LAST_NUMBER = Pattern.compile(":([0-9]{1,5})$");

    static StartFailure of(Throwable failure) {
        Throwable link = failure;
        Throwable wrapper = failure;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<StartFailure> known = known(link, wrapper);
            Throwable cause = link.getCause();
            if (known.isPresent() || cause == null) {
                return known.orElse(new StartFailure(DEFECT, "the start failed: " + link.getMessage()));
            }
            wrapper = link;
            link = cause;
        }
        return new StartFailure(DEFECT, "the start failed: " + link.getMessage());
    }

    boolean isDefect() {
        return exitCode == DEFECT;
    }

    private static Optional<StartFailure> known(Throwable link, Throwable wrapper) {
        return switch (link) {
            case InvalidSettingException invalid -> Optional.of(badConfiguration(String.valueOf(invalid.getMessage())));
            case BindException unbound -> Optional.of(of(unbound));
            case DataFolderTakenException taken ->
                Optional.of(new StartFailure(TAKEN, String.valueOf(taken.getMessage())));
            case PortInUseException taken -> Optional.of(port("JACKFIELD_HTTP_PORT", taken.getPort()));
            case SipUnavailableException taken -> Optional.of(new StartFailure(TAKEN,
                    "JACKFIELD_SIP_ADDRESS, JACKFIELD_SIP_PORT: " + taken.getMessage() + ", which is taken by "
                            + PortHolder.of(portIn(String.valueOf(taken.getMessage())))));
            case java.net.BindException taken -> Optional.of(new StartFailure(TAKEN,
                    "a needed port or address is taken or not ours: "
                            + (wrapper instanceof UncheckedIOException ? wrapper : taken).getMessage()));
            default -> byMessage(link);
        };
    }

    private static Optional<StartFailure> byMessage(Throwable link) {
        String text = String.valueOf(link.getMessage());
        if (text.contains("password authentication failed")) {
            return Optional.of(badConfiguration(
                    "the database refused JACKFIELD_DATABASE_USER with JACKFIELD_DATABASE_PASSWORD (value not shown);"
                            + " allowed: the user's password"));
        }
        if (link.getClass().getName().equals("org.postgresql.util.PSQLException") && text.contains("refused")) {
            return Optional.of(new StartFailure(TAKEN, "JACKFIELD_DATABASE_URL: the database cannot be reached: "
                    + text));
        }
        return Optional.empty();
    }

    private static StartFailure of(BindException unbound) {
        if (unbound.getCause() instanceof BindException inner) {
            return of(inner);
        }
        Throwable cause = unbound.getCause();
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof InvalidSettingException invalid) {
                return badConfiguration(String.valueOf(invalid.getMessage()));
            }
            cause = cause.getCause();
        }
        ConfigurationProperty property = unbound.getProperty();
        String name = unbound.getName().toString();
        String value = property == null ? "" : String.valueOf(property.getValue());
        String type = String.valueOf(unbound.getTarget().getType().resolve(Object.class).getSimpleName());
        return badConfiguration(environmentName(name) + " (" + name + ") is \"" + shown(name, value)
                + "\"; allowed: " + describe(type));
    }

    private static String describe(String type) {
        return switch (type) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "Duration" -> "a duration such as 30s or 5m";
            case "boolean", "Boolean" -> "true or false";
            default -> "a " + type;
        };
    }

    private static String shown(String name, String value) {
        return name.contains("password") || name.contains("token") ? "(hidden)" : value;
    }

    private static String environmentName(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static StartFailure badConfiguration(String message) {
        return new StartFailure(BAD_CONFIGURATION, message);
    }

    private static int portIn(String message) {
        Matcher port = LAST_NUMBER.matcher(message);
        return port.find() ? Integer.parseInt(port.group(1)) : 0;
    }

    private static StartFailure port(String setting, int port) {
        return new StartFailure(TAKEN, "port " + port + " (" + setting + ") is taken by " + PortHolder.of(port));
    }
}
