package nl.landingsbaan.platform.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import nl.landingsbaan.platform.people.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The filters that people keep for themselves, in each region apart. Nobody sees those of another. */
@Service
@Transactional
public class SavedFilters {

    private static final int MOST = 30;
    private static final int LONGEST_NAME = 60;
    private static final String OWN = " WHERE region_id = ? AND account_id = ?";

    private final JdbcClient jdbc;

    SavedFilters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The actor's own filters, by name. */
    @Transactional(readOnly = true)
    public List<SavedFilter> of(Actor actor) {
        return jdbc.sql("SELECT id, name, search, whose, phase, by_young_person, is_default FROM saved_filter" + OWN
                        + " ORDER BY name")
                .params(actor.regionId(), actor.accountId())
                .query((rs, n) -> filter(rs))
                .list();
    }

    /**
     * Keeps a filter, in place of one of the same name.
     *
     * @throws FilterRefused when there is no name, a too long one, or there are too many filters
     */
    public SavedFilter save(Actor actor, String name, TaskFilter filter, boolean byYoungPerson) {
        var checked = checked(name);
        var known = of(actor);
        var same = known.stream()
                .filter(each -> each.name().equalsIgnoreCase(checked))
                .findFirst();
        if (same.isPresent()) {
            jdbc.sql("UPDATE saved_filter SET search = ?, whose = ?, phase = ?, by_young_person = ?" + OWN
                            + " AND id = ?")
                    .param(filter.search())
                    .param(filter.whose().name())
                    .param(filter.phase())
                    .param(byYoungPerson)
                    .param(actor.regionId())
                    .param(actor.accountId())
                    .param(same.get().id())
                    .update();
            return new SavedFilter(
                    same.get().id(),
                    same.get().name(),
                    filter,
                    byYoungPerson,
                    same.get().isDefault());
        }
        if (known.size() >= MOST) {
            throw new FilterRefused("U hebt al " + MOST + " filters. Verwijder er eerst een.");
        }
        var id = jdbc.sql("SELECT NEXT VALUE FOR id_seq").query(Long.class).single();
        jdbc.sql("INSERT INTO saved_filter (id, region_id, account_id, name, search, whose, phase, by_young_person,"
                        + " is_default) VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE)")
                .param(id)
                .param(actor.regionId())
                .param(actor.accountId())
                .param(checked)
                .param(filter.search())
                .param(filter.whose().name())
                .param(filter.phase())
                .param(byYoungPerson)
                .update();
        return new SavedFilter(id, checked, filter, byYoungPerson, false);
    }

    /**
     * Gives a filter another name.
     *
     * @throws FilterRefused when there is no name, a too long one, or another filter has it
     */
    public void rename(Actor actor, long filterId, String name) {
        try {
            jdbc.sql("UPDATE saved_filter SET name = ?" + OWN + " AND id = ?")
                    .params(checked(name), actor.regionId(), actor.accountId(), filterId)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new FilterRefused("U hebt al een filter met deze naam. Kies een andere naam.");
        }
    }

    /** Has the list open with this filter from now on; null: with everything. */
    public void makeDefault(Actor actor, Long filterId) {
        jdbc.sql("UPDATE saved_filter SET is_default = (id = COALESCE(?, 0))" + OWN)
                .param(filterId)
                .param(actor.regionId())
                .param(actor.accountId())
                .update();
    }

    public void delete(Actor actor, long filterId) {
        jdbc.sql("DELETE FROM saved_filter" + OWN + " AND id = ?")
                .params(actor.regionId(), actor.accountId(), filterId)
                .update();
    }

    private static String checked(String name) {
        if (name == null || name.isBlank()) {
            throw new FilterRefused("Vul een naam in voor het filter.");
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw new FilterRefused("De naam is te lang. Gebruik hoogstens " + LONGEST_NAME + " tekens.");
        }
        return name.strip();
    }

    private static SavedFilter filter(ResultSet rs) throws SQLException {
        return new SavedFilter(
                rs.getLong("id"),
                rs.getString("name"),
                new TaskFilter(
                        rs.getString("search"), TaskFilter.Whose.valueOf(rs.getString("whose")), rs.getString("phase")),
                rs.getBoolean("by_young_person"),
                rs.getBoolean("is_default"));
    }
}
