/** What was before the platform: closed transfers without names, and printed totals, imported from CSV. */
@org.springframework.modulith.ApplicationModule(displayName = "History")
package nl.landingsbaan.platform.history;
