package org.jackfield.engine.bpmn.check;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jackfield.engine.flow.FlowProblemCode;
import org.jackfield.engine.xml.SafeXml;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML into a tree within bounds: no document type, no entity, no processing instruction, nothing fetched, limited
 * size, depth and number of elements and attributes.
 */
final class XmlReading {

    static final int SIZE = 1024 * 1024;
    static final int DEPTH = 60;
    static final int ELEMENTS = 30_000;
    static final int ATTRIBUTES = 40;

    private int elements;
    private int depth;

    private XmlReading() {}

    /** The file cannot be read; says why. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        final transient FlowProblemCode code;

        Refused(FlowProblemCode code, String detail) {
            super(detail);
            this.code = code;
        }
    }

    static XmlElement read(String xml) throws Refused {
        if (xml.length() > SIZE) {
            throw new Refused(FlowProblemCode.MODEL_TOO_LARGE, "more than " + SIZE + " characters");
        }
        try {
            return new XmlReading().parse(SafeXml.reader(xml));
        } catch (XMLStreamException e) {
            throw new Refused(FlowProblemCode.XML_INVALID, "line " + e.getLocation().getLineNumber());
        }
    }

    private XmlElement parse(XMLStreamReader reader) throws XMLStreamException, Refused {
        XmlElement root = null;
        XmlElement at = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    at = open(reader, at);
                    root = root == null ? at : root;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    at = at == null ? null : at.parent;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (at != null) {
                        at.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD -> throw forbidden("a document type");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw forbidden("an entity");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw forbidden("a processing instruction");
                default -> {
                }
            }
        }
        if (root == null) {
            throw new Refused(FlowProblemCode.XML_INVALID, "no element");
        }
        return root;
    }

    private static Refused forbidden(String what) {
        return new Refused(FlowProblemCode.XML_FORBIDDEN, what);
    }

    private XmlElement open(XMLStreamReader reader, @Nullable XmlElement parent) throws Refused {
        if (++elements > ELEMENTS || ++depth > DEPTH || reader.getAttributeCount() > ATTRIBUTES) {
            throw new Refused(FlowProblemCode.MODEL_TOO_LARGE, "elements " + elements + ", depth " + depth);
        }
        XmlElement element = new XmlElement(orEmpty(reader.getNamespaceURI()), reader.getLocalName(), parent);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.add(new XmlElement.Attribute(orEmpty(reader.getAttributeNamespace(i)),
                    reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
        }
        if (parent != null) {
            parent.children.add(element);
        }
        return element;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
