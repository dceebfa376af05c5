package nl.landingsbaan.platform.admission;

/** Another region offers a young person to this region. */
public record MoveArrived(long regionId, long moveId) {}
