package nl.landingsbaan.platform.audit;

import java.time.Instant;

/**
 * Somebody read a dossier.
 *
 * @param organisationId for which organisation; null: from before this was put on record
 */
public record Reading(Instant at, long accountId, Long organisationId) {}
