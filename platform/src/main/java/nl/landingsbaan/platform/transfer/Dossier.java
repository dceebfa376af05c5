package nl.landingsbaan.platform.transfer;

import java.time.LocalDate;
import java.util.List;

/** What a participant sees of a transfer, besides its tasks. */
public record Dossier(
        TransferSummary summary,
        LocalDate birthDate,
        long routeVersionId,
        List<Participant> participants,
        List<PhaseVisit> phases,
        List<GivenAnswer> answers,
        List<ReportableEvent> events) {}
