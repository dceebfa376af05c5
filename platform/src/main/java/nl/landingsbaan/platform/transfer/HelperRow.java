package nl.landingsbaan.platform.transfer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Whoever does one task for the person who takes part. */
@Entity
@Table(name = "participant_helper")
class HelperRow {

    @Id
    long taskId;

    long regionId;
    long transferId;
    String roleCode;
    long organisationId;
    long accountId;
    Instant since;

    /** Takes part as the one who is helped does. */
    ParticipantRow asParticipant() {
        var row = new ParticipantRow();
        row.regionId = regionId;
        row.transferId = transferId;
        row.roleCode = roleCode;
        row.organisationId = organisationId;
        row.accountId = accountId;
        row.since = since;
        return row;
    }
}
