package nl.landingsbaan.platform.region;

/** A school, college or other organisation of one region. */
public record Organisation(long id, String code, String name, OrganisationKind kind) {}
