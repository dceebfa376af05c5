package nl.landingsbaan.ui.demo;

/**
 * Somebody whom a visitor of the demo can be.
 *
 * @param region the name of the region where this person works
 * @param role what this person does, in words: "coach, ROC Midden"
 */
public record DemoAccount(String region, String name, String role, String email, String password) {}
