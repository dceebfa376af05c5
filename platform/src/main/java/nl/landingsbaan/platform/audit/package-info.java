/** Who did and who saw what. */
@org.springframework.modulith.ApplicationModule(displayName = "Audit")
package nl.landingsbaan.platform.audit;
