/** Regions with their organisations, roles, parameters and school calendar. */
@org.springframework.modulith.ApplicationModule(displayName = "Region")
package nl.landingsbaan.platform.region;
