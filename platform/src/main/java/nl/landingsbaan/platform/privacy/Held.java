package nl.landingsbaan.platform.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.DataSubject;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that all modules keep about one young person. */
@Component
class Held {

    /** More rows of one part than this are no dossier: a file stays bounded. */
    static final int MOST_ROWS = 20_000;

    private final JdbcClient jdbc;
    private final List<Holding> holdings;

    Held(JdbcClient jdbc, List<PersonalData> modules) {
        this.jdbc = jdbc;
        this.holdings =
                modules.stream().flatMap(module -> module.holdings().stream()).toList();
    }

    List<Holding> holdings() {
        return holdings;
    }

    /** What is told, part by part; a part without rows is there too. */
    Map<Holding, List<Map<String, Object>>> read(DataSubject subject) {
        var read = new LinkedHashMap<Holding, List<Map<String, Object>>>();
        told().forEach(holding -> read.put(
                holding,
                jdbc
                        .sql(holding.select() + " LIMIT " + MOST_ROWS)
                        .params(subject.parameters())
                        .query()
                        .listOfRows()
                        .stream()
                        .map(holding.opened())
                        .toList()));
        return read;
    }

    /** How much there is of each part, without what it says. */
    List<HeldPart> count(DataSubject subject) {
        return told().stream()
                .map(holding -> new HeldPart(
                        holding.part(),
                        holding.explanation(),
                        jdbc.sql("SELECT COUNT(*) FROM (" + holding.select() + ") told")
                                .params(subject.parameters())
                                .query(Integer.class)
                                .single()))
                .filter(part -> part.rows() > 0)
                .toList();
    }

    /** Erases all of it, what refers before what is referred to. */
    void erase(DataSubject subject) {
        var references = references();
        var left = new ArrayList<>(holdings);
        while (!left.isEmpty()) {
            var tables = left.stream().map(Held::table).collect(Collectors.toSet());
            var next = left.stream()
                    .filter(holding -> !isReferredTo(table(holding), tables, references))
                    .toList();
            next.forEach(holding ->
                    jdbc.sql(holding.erase()).params(subject.parameters()).update());
            left.removeAll(next);
        }
    }

    private List<Holding> told() {
        return holdings.stream().filter(holding -> holding.part() != null).toList();
    }

    private static String table(Holding holding) {
        return holding.table().toLowerCase(Locale.ROOT);
    }

    private static boolean isReferredTo(String table, Set<String> by, Collection<Reference> references) {
        return references.stream()
                .anyMatch(reference -> reference.parent.equals(table)
                        && !reference.child.equals(table)
                        && by.contains(reference.child));
    }

    private List<Reference> references() {
        return jdbc.sql("SELECT DISTINCT LOWER(table_name), LOWER(referenced_table_name)"
                        + " FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()")
                .query((rs, n) -> new Reference(rs.getString(1), rs.getString(2)))
                .list();
    }

    private record Reference(String child, String parent) {}
}
