package nl.landingsbaan.platform.handover;

/**
 * Something that a step up to the handover asks for, and that nobody has answered.
 *
 * @param owedBy the person or organisation in that role; null: nobody takes part in it yet
 */
public record Missing(String label, boolean required, String stepName, String roleName, String owedBy) {}
