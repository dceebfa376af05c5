/** Special personal data at rest: encrypted under a key per region, which the installation's master key wraps. */
@org.springframework.modulith.ApplicationModule(displayName = "Vault")
package nl.landingsbaan.platform.vault;
