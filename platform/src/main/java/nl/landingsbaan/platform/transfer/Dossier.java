package nl.landingsbaan.platform.transfer;

import java.time.LocalDate;
import java.util.List;

/** What a participant sees of a transfer, besides its tasks and its values. */
public record Dossier(
        TransferSummary summary,
        LocalDate birthDate,
        long routeVersionId,
        List<Participant> participants,
        List<PhaseVisit> phases,
        List<ReportableEvent> events) {}
