/** The installation's clock: the real time, or in a demo and in tests a clock that can be moved. */
@org.springframework.modulith.ApplicationModule(displayName = "Time")
package nl.landingsbaan.platform.time;
