package nl.landingsbaan.platform.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AbsenceRepository extends JpaRepository<AbsenceRow, Long> {

    Optional<AbsenceRow> findByRegionIdAndId(long regionId, long id);

    @Query("select a from AbsenceRow a where a.regionId = :regionId and a.substituteId = :substituteId"
            + " and a.fromDay <= :day and a.untilDay >= :day")
    List<AbsenceRow> substitutedBy(long regionId, long substituteId, LocalDate day);

    @Query(
            "select a from AbsenceRow a where a.regionId = :regionId and a.accountId in :accountIds and a.untilDay >= :day"
                    + " order by a.fromDay")
    List<AbsenceRow> notOver(long regionId, Collection<Long> accountIds, LocalDate day);

    @Query("select count(a) > 0 from AbsenceRow a where a.regionId = :regionId and a.accountId = :accountId"
            + " and a.fromDay <= :until and a.untilDay >= :from")
    boolean overlaps(long regionId, long accountId, LocalDate from, LocalDate until);
}
