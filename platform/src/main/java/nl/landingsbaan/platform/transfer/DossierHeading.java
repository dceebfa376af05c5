package nl.landingsbaan.platform.transfer;

import java.time.LocalDate;

/**
 * Whose dossier it is: what stands above every page of it.
 *
 * @param under16AtStart whether the young person is younger than 16 when the mbo starts
 */
public record DossierHeading(TransferSummary summary, LocalDate birthDate, boolean under16AtStart) {}
