package nl.landingsbaan.platform.contact;

/** Somebody asks for more hours: a coordinator decides. */
public record HoursRequested(long regionId, long transferId, long requestId) {}
