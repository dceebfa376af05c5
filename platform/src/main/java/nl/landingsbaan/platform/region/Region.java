package nl.landingsbaan.platform.region;

/** A region with its programme: the tenant of this platform. */
public record Region(long id, String code, String name, String programme, RegionSettings settings) {}
