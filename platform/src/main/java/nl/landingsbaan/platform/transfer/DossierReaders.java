package nl.landingsbaan.platform.transfer;

import java.util.List;
import java.util.Optional;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.Reading;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Organisation;
import nl.landingsbaan.platform.region.Regions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at a dossier. */
@Service
@Transactional(readOnly = true)
public class DossierReaders {

    /** The readings that are shown, the last ones. */
    public static final int SHOWN = 1_000;

    private final Transfers transfers;
    private final TransferRepository rows;
    private final Participants participants;
    private final AuditLog audit;
    private final People people;
    private final Regions regions;

    DossierReaders(
            Transfers transfers,
            TransferRepository rows,
            Participants participants,
            AuditLog audit,
            People people,
            Regions regions) {
        this.transfers = transfers;
        this.rows = rows;
        this.participants = participants;
        this.audit = audit;
        this.people = people;
        this.regions = regions;
    }

    /**
     * Who looked, newest first; empty when this is not for the actor: it is for those who take part for the school of origin, and
     * for those who coordinate for an organisation that takes part.
     *
     * @throws TransferNotFound when the transfer is not there for this actor
     */
    public Optional<List<DossierReading>> of(Actor actor, long transferId) {
        transfers.find(actor, transferId);
        var origin = rows.findByRegionIdAndId(actor.regionId(), transferId).orElseThrow().originId;
        return participants.takesPartFor(actor, transferId, origin) || participants.coordinates(actor, transferId)
                ? Optional.of(readings(actor.regionId(), transferId))
                : Optional.empty();
    }

    private List<DossierReading> readings(long regionId, long transferId) {
        var found = audit.readings(regionId, transferId, SHOWN);
        var names = people.names(found.stream().map(Reading::accountId).toList());
        return found.stream()
                .map(reading -> new DossierReading(
                        reading.at(),
                        names.get(reading.accountId()),
                        reading.organisationId() == null
                                ? null
                                : regions.organisation(regionId, reading.organisationId())
                                        .map(Organisation::name)
                                        .orElse(null)))
                .toList();
    }
}
