package org.jackfield.engine.work.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jackfield.engine.work.table.TableProblem.Code;
import org.jackfield.engine.xml.SafeXml;
import org.jspecify.annotations.Nullable;

/**
 * Reads the decision table of a DMN model (DMN 1.3; 1.1 to 1.5 differ in the namespace only) within bounds. What a modeler
 * adds beside the table, such as drawings and extensions, is passed over.
 */
final class TableXml {

    private static final int LONGEST = 512 * 1024;
    private static final int MOST_ELEMENTS = 30_000;
    private static final int MOST_DEPTH = 40;
    private static final String DMN = "omg.org/spec/DMN/";
    private static final Set<String> OTHER_DECISIONS = Set.of("literalExpression", "context", "invocation", "relation",
            "list", "functionDefinition", "conditional", "for", "every", "some", "filter", "businessKnowledgeModel",
            "decisionService");

    private final TableDraft draft;
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int elements;
    private int foreign;

    private TableXml(Findings findings) {
        this.draft = new TableDraft(findings);
    }

    /** Empty when there is no table to go on with. */
    static Optional<DecisionTable> read(String xml, Findings findings) {
        if (xml.length() > LONGEST) {
            findings.add(TableProblem.whole(Code.TOO_LARGE, "more than " + LONGEST + " characters"));
            return Optional.empty();
        }
        TableXml reading = new TableXml(findings);
        try {
            reading.all(SafeXml.reader(xml));
        } catch (XMLStreamException e) {
            String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNumber();
            findings.add(TableProblem.whole(Code.XML_INVALID, line));
            return Optional.empty();
        }
        return reading.draft.finished();
    }

    private void all(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open(reader);
                case XMLStreamConstants.END_ELEMENT -> close();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("a document type or an entity", reader.getLocation());
                default -> {
                }
            }
        }
    }

    private void open(XMLStreamReader reader) throws XMLStreamException {
        if (++elements > MOST_ELEMENTS || path.size() + foreign >= MOST_DEPTH) {
            throw new XMLStreamException("too many elements, or too deep", reader.getLocation());
        }
        text.setLength(0);
        @Nullable
        String namespace = reader.getNamespaceURI();
        if (foreign > 0 || namespace == null || !namespace.contains(DMN) || isExtension(reader)) {
            foreign++;
            return;
        }
        path.push(reader.getLocalName());
        opened(reader);
    }

    private static boolean isExtension(XMLStreamReader reader) {
        return reader.getLocalName().equals("extensionElements");
    }

    private void opened(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "decision" -> draft.decision(attribute(reader, "name"));
            case "decisionTable" -> draft.table(attribute(reader, "hitPolicy"), attribute(reader, "aggregation"));
            case "input" -> draft.input();
            case "inputExpression" -> draft.inputType(attribute(reader, "typeRef"));
            case "output" -> draft.output(attribute(reader, "name"), attribute(reader, "typeRef"));
            case "rule" -> draft.row();
            default -> {
                if (OTHER_DECISIONS.contains(reader.getLocalName())) {
                    draft.otherDecision(reader.getLocalName());
                }
            }
        }
    }

    private void close() {
        if (foreign > 0) {
            foreign--;
            return;
        }
        String closed = path.pop();
        String within = path.isEmpty() ? "" : path.peek();
        String said = text.toString().strip();
        switch (closed + " in " + within) {
            case "text in inputExpression" -> draft.inputExpression(said);
            case "text in inputEntry" -> draft.test(said);
            case "text in outputEntry" -> draft.value(said);
            case "description in rule", "text in annotationEntry" -> draft.note(said);
            default -> {
            }
        }
        text.setLength(0);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name)).orElse("").strip();
    }
}
