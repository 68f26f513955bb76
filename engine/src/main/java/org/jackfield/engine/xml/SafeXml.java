package org.jackfield.engine.xml;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Opens XML from outside: no document type is processed, no entity replaced, nothing fetched. Whoever reads refuses the
 * events DTD and ENTITY_REFERENCE and bounds size and depth himself. Thread-safe.
 */
public final class SafeXml {

    private SafeXml() {}

    /** @throws XMLStreamException the text does not even begin as XML */
    public static XMLStreamReader reader(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory.createXMLStreamReader(new StringReader(xml));
    }
}
