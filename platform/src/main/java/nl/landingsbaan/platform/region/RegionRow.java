package nl.landingsbaan.platform.region;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "region")
class RegionRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    Long id;

    String code;
    String name;
    String programme;
    String settings;
    Instant importedAt;

    @Enumerated(EnumType.STRING)
    HolidayRegion holidayRegion;

    boolean schoolWeeks;
}
