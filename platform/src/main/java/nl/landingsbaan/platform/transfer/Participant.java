package nl.landingsbaan.platform.transfer;

import java.time.Instant;

/**
 * Who takes part in a transfer in which role.
 *
 * @param accountId the person; null when everybody with the role in the organisation takes part
 * @param personName null as {@code accountId}
 * @param since from when on
 */
public record Participant(
        String roleCode,
        String roleName,
        long organisationId,
        String organisationName,
        Long accountId,
        String personName,
        Instant since) {}
