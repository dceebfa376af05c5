/** The only package that knows Zeebe: commands go out through the outbox, steps come in as tasks and phases. */
@org.springframework.modulith.ApplicationModule(displayName = "Engine")
package nl.landingsbaan.platform.engine;
