package nl.landingsbaan.platform.transfer;

/**
 * Who takes part in a transfer in which role.
 *
 * @param accountId the person; null when everybody with the role in the organisation takes part
 * @param personName null as {@code accountId}
 */
public record Participant(
        String roleCode,
        String roleName,
        long organisationId,
        String organisationName,
        Long accountId,
        String personName) {}
