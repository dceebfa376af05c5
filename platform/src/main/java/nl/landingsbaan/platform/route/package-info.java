/** Versions of a region's route: checked, compiled for the engine, and the catalogue of their steps. */
@org.springframework.modulith.ApplicationModule(displayName = "Route")
package nl.landingsbaan.platform.route;
