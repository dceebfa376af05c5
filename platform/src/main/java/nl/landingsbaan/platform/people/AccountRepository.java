package nl.landingsbaan.platform.people;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AccountRepository extends JpaRepository<AccountRow, Long> {

    Optional<AccountRow> findByEmail(String email);

    /** Until the transaction ends nobody else has them; always in the same order, so that two never wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from AccountRow a where a.id in :ids order by a.id")
    List<AccountRow> lock(Collection<Long> ids);
}
