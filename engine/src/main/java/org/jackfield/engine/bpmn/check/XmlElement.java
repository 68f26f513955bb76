package org.jackfield.engine.bpmn.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of a model as it was read. Attributes without a prefix have the empty namespace. */
final class XmlElement {

    final String namespace;
    final String name;
    final @Nullable XmlElement parent;
    final List<Attribute> attributes = new ArrayList<>();
    final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** An attribute; {@code namespace} is empty when it has no prefix. */
    record Attribute(String namespace, String name, String value) {}

    XmlElement(String namespace, String name, @Nullable XmlElement parent) {
        this.namespace = namespace;
        this.name = name;
        this.parent = parent;
    }

    void append(String more) {
        text.append(more);
    }

    String text() {
        return text.toString().strip();
    }

    boolean is(String elementNamespace, String elementName) {
        return namespace.equals(elementNamespace) && name.equals(elementName);
    }

    /** The attribute without a prefix; empty text when it is absent. */
    String attribute(String attributeName) {
        return attribute("", attributeName);
    }

    String attribute(String attributeNamespace, String attributeName) {
        return attributes.stream()
                .filter(each -> each.namespace().equals(attributeNamespace) && each.name().equals(attributeName))
                .map(Attribute::value)
                .findFirst()
                .orElse("");
    }

    String id() {
        return attribute("id");
    }

    /** The id of this element or of the nearest around it that has one. */
    String nearestId() {
        for (XmlElement at = this; at != null; at = at.parent) {
            if (!at.id().isEmpty()) {
                return at.id();
            }
        }
        return "";
    }

    Stream<XmlElement> children(String elementNamespace, String elementName) {
        return children.stream().filter(child -> child.is(elementNamespace, elementName));
    }

    Optional<XmlElement> child(String elementNamespace, String elementName) {
        return children(elementNamespace, elementName).findFirst();
    }

    /** This element and everything in it. */
    Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    Map<String, XmlElement> byId() {
        Map<String, XmlElement> found = new LinkedHashMap<>();
        all().filter(each -> !each.id().isEmpty()).forEach(each -> found.putIfAbsent(each.id(), each));
        return found;
    }
}
