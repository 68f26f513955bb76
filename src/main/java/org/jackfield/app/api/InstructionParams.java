package org.jackfield.app.api;

import java.util.Locale;
import org.jackfield.app.callback.Instruction;
import org.jackfield.app.callback.Instruction.Kind;

/** Instructions as parameters of a request: {@code Instruction=redirect}, {@code RedirectCallSid=CA...}. */
final class InstructionParams {

    private InstructionParams() {}

    static Instruction read(Params params, String word) {
        Kind kind = Kind.of(word);
        return new Instruction(kind, name -> params.text(parameter(kind, name)));
    }

    private static String parameter(Kind kind, String name) {
        return kind == Kind.REJECT
                ? "WorkerActivitySid"
                : camel(kind.name().toLowerCase(Locale.ROOT)) + camel(name);
    }

    private static String camel(String words) {
        StringBuilder text = new StringBuilder();
        for (String word : words.split("_", -1)) {
            text.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return text.toString();
    }
}
