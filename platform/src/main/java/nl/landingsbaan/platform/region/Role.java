package nl.landingsbaan.platform.region;

import java.util.Set;

/** A role that people hold in an organisation, as the region calls it. */
public record Role(String code, String name, Set<Right> rights) {}
