package nl.landingsbaan.platform.route;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One file of decisions as drawn, readable.
 *
 * @param id of the whole (the decision requirements graph), unprefixed
 */
record DrawnDecisions(String file, String xml, Document document, String id, List<Decision> decisions) {

    /** The namespace of DMN 1.3, in which Camunda Modeler saves. */
    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /**
     * One decision.
     *
     * @param resultName by which decisions that require this one read its result
     * @param element as it stands in the document
     */
    record Decision(String id, String name, String resultName, Element element) {}
}
