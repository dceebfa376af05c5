package nl.landingsbaan.platform.transfer;

import java.time.Instant;

/**
 * Who took part in a transfer before.
 *
 * @param personName null when it was everybody with the role in the organisation
 * @param note what was said about it; null when nothing
 */
public record FormerParticipant(
        String roleCode,
        String roleName,
        String organisationName,
        Long accountId,
        String personName,
        Instant since,
        Instant until,
        ReplacementReason reason,
        String note) {}
