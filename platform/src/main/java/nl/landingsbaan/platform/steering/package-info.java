/** Figures for the steering group: counted as things happen, small numbers withheld. */
@org.springframework.modulith.ApplicationModule(displayName = "Steering")
package nl.landingsbaan.platform.steering;
