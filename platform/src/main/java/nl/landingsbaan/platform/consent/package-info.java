/** Toestemming: what a young person, or the parents, let whom see, for what and until when. */
@org.springframework.modulith.ApplicationModule(displayName = "Consent")
package nl.landingsbaan.platform.consent;
