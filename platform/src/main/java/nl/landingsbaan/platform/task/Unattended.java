package nl.landingsbaan.platform.task;

/**
 * A role that nobody holds, and for which tasks are open.
 *
 * @param organisationName null: nobody in the whole region holds the role
 */
public record Unattended(String roleName, String organisationName, int open, int late) {}
