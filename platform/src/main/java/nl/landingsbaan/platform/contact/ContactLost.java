package nl.landingsbaan.platform.contact;

/** After this many attempts in a row without an answer, contact counts as lost (000 §7 nr 21). */
public record ContactLost(long regionId, long transferId, int attempts) {}
