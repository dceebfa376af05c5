package nl.landingsbaan.platform.contact;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which role somebody carries the contact with a young person. */
@Service
public class ContactRole {

    private final JdbcClient jdbc;

    ContactRole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The role's code; empty while nobody carries it. */
    @Transactional(readOnly = true)
    public Optional<String> of(long regionId, long transferId) {
        return jdbc
                .sql("SELECT role_code FROM contact_standing WHERE region_id = ? AND transfer_id = ?")
                .params(regionId, transferId)
                .query((rs, n) -> rs.getString(1))
                .list()
                .stream()
                .filter(role -> role != null)
                .findFirst();
    }
}
