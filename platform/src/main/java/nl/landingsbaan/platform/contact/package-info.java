/** Contact with young people: what was logged, the agreed rhythm, and the hours that it may take. */
@org.springframework.modulith.ApplicationModule(displayName = "Contact")
package nl.landingsbaan.platform.contact;
