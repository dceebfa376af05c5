package nl.landingsbaan.platform.gathering;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

@Entity
@Table(name = "gathering")
class GatheringRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    Long id;

    long regionId;
    String code;
    /** Empty: it is for all. */
    String part = "";

    String occasion;
    String name;
    String schoolYear;
    boolean anySchoolYear;
    LocalDate beginsOn;
    String processId;
    long routeVersionId;
    Instant startedAt;
    Long startedBy;
    Instant endedAt;
    String outcome;
    Long processInstanceKey;

    @Version
    int version;

    GatheringKey key() {
        return new GatheringKey(regionId, id, code, routeVersionId, processId);
    }
}
