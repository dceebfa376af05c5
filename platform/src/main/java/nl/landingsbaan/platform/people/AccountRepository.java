package nl.landingsbaan.platform.people;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface AccountRepository extends JpaRepository<AccountRow, Long> {

    Optional<AccountRow> findByEmail(String email);
}
