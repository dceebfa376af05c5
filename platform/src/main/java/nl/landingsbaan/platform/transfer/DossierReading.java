package nl.landingsbaan.platform.transfer;

import java.time.Instant;

/**
 * Somebody looked at a dossier.
 *
 * @param organisationName for which organisation; null when that was not put on record yet
 */
public record DossierReading(Instant at, String personName, String organisationName) {}
