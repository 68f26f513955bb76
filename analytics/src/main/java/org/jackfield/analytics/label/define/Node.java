package org.jackfield.analytics.label.define;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A piece of the file with its place in words, which collects what is wrong with it. */
record Node(String place, JsonNode json, List<Problem> problems) {

    void complain(String cause, String remedy) {
        if (problems.size() < Bounds.PROBLEMS) {
            problems.add(new Problem(place, cause, remedy));
        }
    }

    boolean has(String key) {
        return json.has(key);
    }

    Node get(String key) {
        return new Node(place.isEmpty() ? key : place + "." + key, json.get(key), problems);
    }

    /** Its entries; one that is no list is a list of itself. */
    List<Node> entries() {
        if (!json.isArray()) {
            return List.of(this);
        }
        List<Node> entries = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            entries.add(new Node(place + "[" + (i + 1) + "]", json.get(i), problems));
        }
        if (entries.isEmpty()) {
            complain("an empty list", "write at least one entry, or leave the whole line out");
        }
        return entries;
    }

    /** The text, or an empty one with a complaint. */
    String text() {
        if (!json.isString() || json.stringValue().isBlank()) {
            complain("no text", "write words in quotation marks");
            return "";
        }
        return json.stringValue();
    }

    /** A whole number between two others, or the lower one with a complaint. */
    int number(int least, int most) {
        if (json.isInt() && json.intValue() >= least && json.intValue() <= most) {
            return json.intValue();
        }
        complain(json + " is not a number from " + least + " to " + most, "write one");
        return least;
    }

    boolean isTrue() {
        if (!json.isBoolean()) {
            complain(json + " is neither true nor false", "write one of them");
        }
        return json.asBoolean(false);
    }

    /** One of some words, or a complaint and {@code otherwise}. */
    <T> T oneOf(Map<String, T> words, T otherwise) {
        T found = json.isString() ? words.get(json.stringValue()) : null;
        if (found == null) {
            complain(json + " is not known here", "write one of " + String.join(", ", words.keySet()));
            return otherwise;
        }
        return found;
    }

    /** Complains of every key that is not known. */
    void allowOnly(Set<String> keys) {
        json.propertyNames()
                .stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> complain("\"" + key + "\" is not known here",
                        "write one of " + String.join(", ", keys)));
    }

    <T> List<T> each(Function<Node, T> read) {
        return entries().stream().map(read).toList();
    }
}
