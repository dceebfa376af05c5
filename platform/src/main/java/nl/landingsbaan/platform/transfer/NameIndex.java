package nl.landingsbaan.platform.transfer;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The pieces of which names are made, kept beside the names, so that a name is found by a part of it with a slip. */
@Component
class NameIndex {

    static final String INSERT = "INSERT INTO name_gram (region_id, gram, young_person_id) VALUES (?, ?, ?)";

    /** Fewer shared pieces than this part of those typed is another name. */
    private static final double SHARED = 0.5;

    /** One slip in a short name leaves no more than the two pieces of its start. */
    private static final int SHORT = 5;

    private final JdbcTemplate jdbc;

    NameIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Lays down under which pieces a young person is found, in place of what was. */
    void put(YoungPersonRow person) {
        jdbc.update("DELETE FROM name_gram WHERE region_id = ? AND young_person_id = ?", person.regionId, person.id);
        var grams = grams(person.firstName, person.lastName);
        jdbc.batchUpdate(
                INSERT,
                grams.stream()
                        .map(gram -> new Object[] {person.regionId, gram, person.id})
                        .toList());
    }

    static Collection<String> grams(String firstName, String lastName) {
        return Names.grams(Names.words(firstName + " " + lastName));
    }

    /**
     * The young people who share enough pieces, as a subquery that gives {@code young_person_id} and {@code hits}; it reads
     * {@code region}, {@code grams} and {@code enough}.
     */
    static final String ALIKE = "SELECT young_person_id, COUNT(*) AS hits FROM name_gram"
            + " WHERE region_id = :region AND gram IN (:grams) GROUP BY young_person_id HAVING COUNT(*) >= :enough";

    /** How many of these pieces a name must share. */
    static int enough(Collection<String> grams) {
        return grams.size() <= SHORT ? Math.min(2, grams.size()) : (int) Math.ceil(grams.size() * SHARED);
    }
}
