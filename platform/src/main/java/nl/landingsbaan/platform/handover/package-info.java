/** Warme overdracht: what a school hands over to who goes on with a young person, and the receipt. */
@org.springframework.modulith.ApplicationModule(displayName = "Handover")
package nl.landingsbaan.platform.handover;
