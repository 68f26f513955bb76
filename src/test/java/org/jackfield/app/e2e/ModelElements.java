package org.jackfield.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The flow nodes that a shipped model file draws: those of its main way, and those of its event sub-processes. */
record ModelElements(Set<String> mainWay, Set<String> eventSubProcesses) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    static ModelElements of(String flow) {
        ModelElements elements = new ModelElements(new TreeSet<>(), new TreeSet<>());
        NodeList all = read(flow).getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (isFlowNode(element)) {
                (isInEventSubProcess(element) ? elements.eventSubProcesses() : elements.mainWay())
                        .add(element.getAttribute("id"));
            }
        }
        return elements;
    }

    /** The text of the model, to deploy a changed copy of it. */
    static String text(String flow) {
        try (InputStream file = open(flow)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(ModelElements.class.getResourceAsStream("/jackfield/flows/" + file), file);
    }

    private static Document read(String flow) {
        try (InputStream file = open(flow)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(file);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    /** What a sequence flow comes from or goes to. */
    private static boolean isFlowNode(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("incoming".equals(child.getLocalName()) || "outgoing".equals(child.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInEventSubProcess(Element element) {
        for (Node above = element.getParentNode(); above instanceof Element scope; above = above.getParentNode()) {
            if (scope.getAttribute("triggeredByEvent").equals("true")) {
                return true;
            }
        }
        return false;
    }
}
