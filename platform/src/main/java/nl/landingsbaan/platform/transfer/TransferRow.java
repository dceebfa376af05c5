package nl.landingsbaan.platform.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

@Entity
@Table(name = "transfer")
class TransferRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    Long id;

    long regionId;
    long youngPersonId;
    long routeVersionId;
    String schoolYear;
    long originId;
    String phase;
    String outcome;
    Instant startedAt;
    Instant endedAt;
    Long processInstanceKey;

    /** The dates that the engine was told first; whatever moves them does so in the database. */
    @Column(updatable = false)
    String anchors;

    @Version
    int version;
}
