package nl.landingsbaan.platform.transfer;

/** What hangs on the birthday of this young person hangs on another day. */
public record BirthDateCorrected(long regionId, long youngPersonId) {}
