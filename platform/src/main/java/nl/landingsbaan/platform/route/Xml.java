package nl.landingsbaan.platform.route;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML without entities and without anything from outside. */
final class Xml {

    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    private Xml() {}

    static Document parse(String xml) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Quiet());
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The processes that a readable drawing calls. */
    static List<String> called(String xml) {
        try {
            return elements(parse(xml), ZEEBE, "calledElement").stream()
                    .map(called -> called.getAttribute("processId"))
                    .toList();
        } catch (SAXException e) {
            throw new IllegalStateException("A drawing that was checked cannot be read", e);
        }
    }

    static String write(Document document) {
        try {
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            var out = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The children with this name. */
    static List<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && namespace.equals(e.getNamespaceURI()) && name.equals(e.getLocalName())) {
                found.add(e);
            }
        }
        return found;
    }

    /** All elements with this name. */
    static List<Element> elements(Document document, String namespace, String name) {
        return elements(document.getDocumentElement(), namespace, name);
    }

    /** All elements with this name, at any depth; a copy, because the live list changes while elements are renamed or removed. */
    static List<Element> elements(Element within, String namespace, String name) {
        var live = within.getElementsByTagNameNS(namespace, name);
        List<Element> copy = new ArrayList<>();
        for (int i = 0; i < live.getLength(); i++) {
            copy.add((Element) live.item(i));
        }
        return copy;
    }

    /** The default handler prints to standard error. */
    private static final class Quiet implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // says nothing that keeps a drawing from being read
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
