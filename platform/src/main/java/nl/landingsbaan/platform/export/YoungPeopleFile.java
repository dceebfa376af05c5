package nl.landingsbaan.platform.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.contact.ContactStanding;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of young people as a file: what its reader sees on the screen, and nothing else. */
@Service
public class YoungPeopleFile {

    /** No file holds more young people than this; its last line says so when there are more. */
    public static final int MOST = 5000;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final List<String> HEADING = List.of(
            "Voornaam", "Achternaam", "School van herkomst", "Schooljaar", "Fase", "Uitkomst", "Laatste contact");
    private static final String MORE =
            "Niet iedereen past in dit bestand. Kies in Landingsbaan een schooljaar of een fase en download opnieuw.";

    private final Transfers transfers;
    private final Contacts contacts;
    private final AuditLog audit;

    YoungPeopleFile(Transfers transfers, Contacts contacts, AuditLog audit) {
        this.transfers = transfers;
        this.contacts = contacts;
        this.audit = audit;
    }

    /** The young people whom the actor sees with this filter, as CSV in UTF-8. That it was taken out is put on record. */
    @Transactional
    public byte[] csv(Actor actor, TransferFilter filter) {
        var lines = transfers.list(actor, filter, 0, MOST + 1);
        var shown = lines.subList(0, Math.min(MOST, lines.size()));
        var standings = contacts.standings(
                actor, shown.stream().map(TransferSummary::id).toList());
        var file = new StringBuilder(SafeCsv.BYTE_ORDER_MARK).append(SafeCsv.line(HEADING));
        shown.forEach(line -> file.append(SafeCsv.line(cells(line, standings.get(line.id())))));
        if (lines.size() > MOST) {
            file.append(SafeCsv.line(List.of(MORE)));
        }
        audit.record(actor.regionId(), actor.accountId(), AuditAction.LIST_DOWNLOADED, AuditSubject.TRANSFER, null);
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(TransferSummary line, ContactStanding contact) {
        return List.of(
                line.firstName(),
                line.lastName(),
                line.originName(),
                line.schoolYear(),
                phase(line),
                line.outcome() == null ? "loopt" : line.outcomeName(),
                contact == null || contact.lastAt() == null ? "nog geen" : day(contact.lastAt()));
    }

    private static String phase(TransferSummary line) {
        if (line.outcome() != null) {
            return "n.v.t.";
        }
        return line.phase() == null ? "tussen twee fasen" : line.phaseName();
    }

    private static String day(Instant at) {
        return DATE.format(at.atZone(PlatformClock.ZONE));
    }
}
