/** The school calendar at work: which day an anchor is on, and what moves along with it in transfers that run. */
@org.springframework.modulith.ApplicationModule(displayName = "Calendar")
package nl.landingsbaan.platform.calendar;
