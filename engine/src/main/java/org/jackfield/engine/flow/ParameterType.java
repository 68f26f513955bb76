package org.jackfield.engine.flow;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** What a parameter of an instruction holds. Values that a model writes as text are checked when it is deployed. */
public enum ParameterType {
    /** Any text. */
    TEXT {
        @Override
        public boolean accepts(String text) {
            return true;
        }
    },
    /** A whole number from 0. */
    COUNT {
        @Override
        public boolean accepts(String text) {
            return text.matches("[0-9]{1,9}");
        }
    },
    /** {@code true} or {@code false}. */
    FLAG {
        @Override
        public boolean accepts(String text) {
            return text.equals("true") || text.equals("false");
        }
    },
    /** An ISO 8601 duration such as {@code PT5S}, not negative. */
    DURATION {
        @Override
        public boolean accepts(String text) {
            try {
                return !Duration.parse(text).isNegative();
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    },
    /** A map of names and values. */
    MAP {
        @Override
        public boolean accepts(String text) {
            return false;
        }
    };

    /** Whether constant text in a model is a value of this type. */
    public abstract boolean accepts(String text);

    /** The type's name in messages and documentation. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
