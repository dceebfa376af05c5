package nl.landingsbaan.platform.transfer;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface YoungPersonRepository extends JpaRepository<YoungPersonRow, Long> {

    Optional<YoungPersonRow> findByRegionIdAndId(long regionId, long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT y FROM YoungPersonRow y WHERE y.regionId = :regionId AND y.id = :id")
    Optional<YoungPersonRow> lock(long regionId, long id);
}
