/** What is not one young person: classes, yearly events, cycles and recurring meetings, with processes and tasks of their own. */
@org.springframework.modulith.ApplicationModule(displayName = "Gathering")
package nl.landingsbaan.platform.gathering;
