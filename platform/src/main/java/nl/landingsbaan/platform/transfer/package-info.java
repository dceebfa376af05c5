/** One young person's way from school to mbo: who takes part, what was answered, which phase, how it ended. */
@org.springframework.modulith.ApplicationModule(displayName = "Transfer")
package nl.landingsbaan.platform.transfer;
