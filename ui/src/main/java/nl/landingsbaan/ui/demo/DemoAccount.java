package nl.landingsbaan.ui.demo;

/**
 * Somebody whom a visitor of the demo can be.
 *
 * @param role what this person does, in words: "coach, ROC Midden"
 */
public record DemoAccount(String name, String role, String email, String password) {}
