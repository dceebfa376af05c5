package nl.landingsbaan.platform.transfer;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface YoungPersonRepository extends JpaRepository<YoungPersonRow, Long> {

    Optional<YoungPersonRow> findByRegionIdAndId(long regionId, long id);
}
