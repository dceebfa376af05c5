/** The rights of a young person under the AVG: to see everything, to have it corrected, and to have it erased. */
@org.springframework.modulith.ApplicationModule(displayName = "Privacy")
package nl.landingsbaan.platform.privacy;
