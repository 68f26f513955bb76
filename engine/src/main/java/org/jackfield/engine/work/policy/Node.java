package org.jackfield.engine.work.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** One object of a document and where it stands; says what is wrong with a member when it is asked for. */
final class Node {

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

    private final String path;
    private final Map<?, ?> members;
    private final Findings findings;

    Node(String path, Map<?, ?> members, Findings findings) {
        this.path = path;
        this.members = members;
        this.findings = findings;
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    /** A text that is there and not blank. */
    Optional<String> text(String name, int longest) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!(members.get(name) instanceof String text)) {
            wrongType(name, "a text");
            return Optional.empty();
        }
        if (text.length() > longest) {
            findings.problem(pathOf(name), PolicyProblem.Code.OUT_OF_RANGE, "at most " + longest + " characters");
            return Optional.empty();
        }
        return Optional.of(text).filter(one -> !one.isBlank());
    }

    Optional<String> requiredText(String name, int longest) {
        Optional<String> text = text(name, longest);
        if (!has(name) || (members.get(name) instanceof String blank && blank.isBlank())) {
            findings.problem(pathOf(name), PolicyProblem.Code.MISSING, "a text is wanted");
        }
        return text;
    }

    /** A whole number, also where it is written as a text, as existing clients do. */
    OptionalLong number(String name, long least, long most) {
        if (!has(name)) {
            return OptionalLong.empty();
        }
        String written = String.valueOf(members.get(name)).strip();
        if (!DIGITS.matcher(written).matches()) {
            wrongType(name, "a whole number");
            return OptionalLong.empty();
        }
        long number = Long.parseLong(written);
        if (number < least || number > most) {
            findings.problem(pathOf(name), PolicyProblem.Code.OUT_OF_RANGE,
                    "%d to %d, not %d".formatted(least, most, number));
            return OptionalLong.empty();
        }
        return OptionalLong.of(number);
    }

    Optional<Node> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (members.get(name) instanceof Map<?, ?> map) {
            return Optional.of(new Node(pathOf(name), map, findings));
        }
        wrongType(name, "an object");
        return Optional.empty();
    }

    /** The objects of a list; what is none is a problem and left out. */
    List<Node> objects(String name, int most) {
        if (!has(name)) {
            return List.of();
        }
        if (!(members.get(name) instanceof List<?> list)) {
            wrongType(name, "a list");
            return List.of();
        }
        if (list.size() > most) {
            findings.problem(pathOf(name), PolicyProblem.Code.OUT_OF_RANGE, "at most " + most + " entries");
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = pathOf(name) + "[" + i + "]";
            if (list.get(i) instanceof Map<?, ?> map) {
                nodes.add(new Node(at, map, findings));
            } else {
                findings.problem(at, PolicyProblem.Code.WRONG_TYPE, "an object is wanted");
            }
        }
        return nodes;
    }

    /** Warns of members that nobody asks for. */
    void warnOfOthersThan(Set<String> known) {
        members.keySet()
                .stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> findings.warning(pathOf(name), PolicyProblem.Code.UNKNOWN_MEMBER,
                        "known here are " + String.join(", ", known.stream().sorted().toList())));
    }

    private void wrongType(String name, String wanted) {
        findings.problem(pathOf(name), PolicyProblem.Code.WRONG_TYPE, wanted + " is wanted");
    }
}
