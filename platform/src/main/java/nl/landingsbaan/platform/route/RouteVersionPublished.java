package nl.landingsbaan.platform.route;

/** A version was checked and stored and waits for the engine; published in the same transaction. */
public record RouteVersionPublished(long regionId, long routeVersionId) {}
