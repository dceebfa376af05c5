/** Accounts, what people do in which organisation, and signing in. */
@org.springframework.modulith.ApplicationModule(displayName = "People")
package nl.landingsbaan.platform.people;
