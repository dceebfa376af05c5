package nl.landingsbaan.platform.contact;

/** A coordinator has granted or refused more hours. */
public record HoursDecided(long regionId, long transferId, long requestId, boolean approved) {}
