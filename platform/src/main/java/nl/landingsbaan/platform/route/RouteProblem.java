package nl.landingsbaan.platform.route;

/**
 * Something that must be changed before the route can be published; all texts are Dutch.
 *
 * @param file drawing or form in which it stands; null when it concerns the whole route
 * @param elementId element of the drawing, or the key of a field of a form, or null
 * @param elementName name of that element as its author wrote it, or null
 */
public record RouteProblem(String file, String elementId, String elementName, String problem, String remedy) {}
