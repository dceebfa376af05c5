package nl.landingsbaan.platform.route;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** How a drawing is laid out, and what about that is hard to read. */
final class Layout {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";

    /** Touching by so little is not seen, in pixels. */
    private static final double SLACK = 1.5;

    private static final double CHARACTER = 5.6;
    private static final double TEXT_LINE = 13.2;

    private record Shape(Element element, Rectangle2D bounds) {}

    private record Label(String of, Rectangle2D bounds) {}

    private record Edge(Element element, List<Point2D> points) {

        List<Line2D> segments() {
            var segments = new ArrayList<Line2D>();
            for (int i = 1; i < points.size(); i++) {
                segments.add(new Line2D.Double(points.get(i - 1), points.get(i)));
            }
            return segments;
        }

        /** What it begins and ends at. */
        Set<String> ends() {
            var ends = new HashSet<String>();
            ends.add(element.getAttribute("sourceRef"));
            ends.add(element.getAttribute("targetRef"));
            return ends;
        }
    }

    private final Map<String, Element> byId = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Layout(Element definitions) {
        for (var element : Xml.elements(definitions, BPMN, "*")) {
            byId.put(element.getAttribute("id"), element);
        }
        for (var drawn : Xml.elements(definitions, BPMNDI, "BPMNShape")) {
            var element = byId.get(drawn.getAttribute("bpmnElement"));
            var bounds = bounds(Xml.children(drawn, DC, "Bounds").getFirst());
            shapes.add(new Shape(element, bounds));
            label(drawn, element, bounds);
        }
        for (var drawn : Xml.elements(definitions, BPMNDI, "BPMNEdge")) {
            var element = byId.get(drawn.getAttribute("bpmnElement"));
            edges.add(new Edge(
                    element,
                    Xml.children(drawn, DI, "waypoint").stream()
                            .map(point -> (Point2D) new Point2D.Double(number(point, "x"), number(point, "y")))
                            .toList()));
            label(drawn, element, null);
        }
    }

    static Layout of(String xml) {
        try {
            return new Layout(Xml.parse(xml).getDocumentElement());
        } catch (SAXException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Everything that is hard to read, in Dutch, with ids. */
    List<String> problems() {
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                overlap(shapes.get(i), shapes.get(j));
            }
        }
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                crossing(edges.get(i), edges.get(j));
            }
            for (var shape : shapes) {
                through(edges.get(i), shape);
            }
            for (var label : labels) {
                through(edges.get(i), label);
            }
        }
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                overlap(labels.get(i), labels.get(j));
            }
            for (var shape : shapes) {
                overlap(labels.get(i), shape);
            }
        }
        return problems;
    }

    private void overlap(Shape a, Shape b) {
        var nested = contains(a.element(), b.element()) || contains(b.element(), a.element());
        if (nested ? sticksOut(a, b) : !attached(a, b) && inner(a.bounds()).intersects(inner(b.bounds()))) {
            problems.add(id(a.element()) + " en " + id(b.element()) + " liggen over elkaar");
        }
    }

    private boolean sticksOut(Shape a, Shape b) {
        var outer = contains(a.element(), b.element()) ? a : b;
        var inside = outer == a ? b : a;
        return !attached(a, b) && !outer.bounds().contains(inner(inside.bounds()));
    }

    private static boolean attached(Shape a, Shape b) {
        return a.element().getAttribute("attachedToRef").equals(id(b.element()))
                || b.element().getAttribute("attachedToRef").equals(id(a.element()));
    }

    private void overlap(Label a, Label b) {
        if (inner(a.bounds()).intersects(inner(b.bounds()))) {
            problems.add("de namen van " + a.of() + " en " + b.of() + " liggen over elkaar");
        }
    }

    private void overlap(Label label, Shape shape) {
        var own = label.of().equals(id(shape.element()));
        if (!own
                && !contains(shape.element(), byId.get(label.of()))
                && inner(shape.bounds()).intersects(inner(label.bounds()))) {
            problems.add("de naam van " + label.of() + " ligt over " + id(shape.element()));
        }
    }

    private void crossing(Edge a, Edge b) {
        var meet = new HashSet<>(a.ends());
        meet.retainAll(b.ends());
        for (var one : a.segments()) {
            for (var other : b.segments()) {
                if (meet.isEmpty() ? one.intersectsLine(other) : crossesInside(one, other)) {
                    problems.add("%s en %s kruisen elkaar bij (%.0f, %.0f)"
                            .formatted(id(a.element()), id(b.element()), other.getX1(), other.getY1()));
                    return;
                }
            }
        }
    }

    /** Lines that come together at what both lead to, or go apart from where both begin, do not cross there. */
    private static boolean crossesInside(Line2D a, Line2D b) {
        return a.intersectsLine(b)
                && a.ptSegDist(b.getP1()) > SLACK
                && a.ptSegDist(b.getP2()) > SLACK
                && b.ptSegDist(a.getP1()) > SLACK
                && b.ptSegDist(a.getP2()) > SLACK;
    }

    private void through(Edge edge, Shape shape) {
        var id = id(shape.element());
        if (!edge.ends().contains(id)
                && !contains(shape.element(), edge.element())
                && edge.segments().stream().anyMatch(segment -> segment.intersects(inner(shape.bounds())))) {
            problems.add(id(edge.element()) + " loopt door " + id);
        }
    }

    private void through(Edge edge, Label label) {
        if (edge.segments().stream().anyMatch(segment -> segment.intersects(inner(label.bounds())))) {
            problems.add(id(edge.element()) + " loopt door de naam van " + label.of());
        }
    }

    private static boolean contains(Element outer, Element inner) {
        for (var each = inner == null ? null : inner.getParentNode(); each != null; each = each.getParentNode()) {
            if (each == outer) {
                return true;
            }
        }
        return outer.getLocalName().equals("participant")
                || outer.getLocalName().equals("lane");
    }

    /** The text of a name that stands outside its shape, or beside its line, as it is wrapped in the space for it. */
    private void label(Element drawn, Element element, Rectangle2D shape) {
        var name = element.getAttribute("name").strip();
        var space = Xml.children(drawn, BPMNDI, "BPMNLabel").stream()
                .flatMap(label -> Xml.children(label, DC, "Bounds").stream())
                .map(Layout::bounds)
                .findFirst()
                .orElse(null);
        var kind = element.getLocalName();
        var outside = shape == null || kind.endsWith("Event") || kind.endsWith("Gateway");
        if (name.isEmpty() || !outside) {
            return;
        }
        if (space == null) {
            if (shape == null) {
                return; // placed by the viewer, beside the line
            }
            space = new Rectangle2D.Double(shape.getCenterX() - 45, shape.getMaxY(), 90, 20);
        }
        labels.add(new Label(id(element), text(name, space)));
    }

    private static Rectangle2D text(String name, Rectangle2D space) {
        var widest = 0.0;
        var lines = 0;
        for (var paragraph : name.split("\\R")) {
            var line = 0.0;
            lines++;
            for (var word : paragraph.split(" +")) {
                var width = word.length() * CHARACTER;
                if (line > 0 && line + CHARACTER / 2 + width > Math.max(space.getWidth(), 30) + CHARACTER) {
                    lines++;
                    line = 0;
                }
                line += (line > 0 ? CHARACTER / 2 : 0) + width;
                widest = Math.max(widest, line);
            }
        }
        return new Rectangle2D.Double(space.getCenterX() - widest / 2, space.getY(), widest, lines * TEXT_LINE);
    }

    private static Rectangle2D inner(Rectangle2D bounds) {
        return new Rectangle2D.Double(
                bounds.getX() + SLACK,
                bounds.getY() + SLACK,
                Math.max(0, bounds.getWidth() - 2 * SLACK),
                Math.max(0, bounds.getHeight() - 2 * SLACK));
    }

    private static Rectangle2D bounds(Element bounds) {
        return new Rectangle2D.Double(
                number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static String id(Element element) {
        return element.getAttribute("id");
    }
}
