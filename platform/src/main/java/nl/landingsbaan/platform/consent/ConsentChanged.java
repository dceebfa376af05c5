package nl.landingsbaan.platform.consent;

/** Somebody decided anew on what is shared of a young person. Published in the transaction of the decision. */
public record ConsentChanged(long regionId, long youngPersonId) {}
