package nl.landingsbaan.platform.place;

/** Somebody has a place; the engine, whose job waits for it, must be told. */
public record PlaceGiven(long regionId, long transferId, long jobKey) {}
