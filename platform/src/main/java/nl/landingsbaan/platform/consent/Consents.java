package nl.landingsbaan.platform.consent;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Sharing;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decisions on sharing, per young person. Who may record them is for the caller to settle. What was decided stays on record; what
 * counts today follows from the last decision of everybody whose consent is needed at the young person's age today, so that an end
 * date or a birthday takes effect by itself.
 */
@Service
public class Consents {

    private static final String INSERT =
            "INSERT INTO consent (id, region_id, young_person_id, organisation_id, category,"
                    + " purpose, signatory, granted, manner, given_on, until_date, recorded_at, recorded_by)"
                    + " VALUES (NEXT VALUE FOR consent_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COLUMNS =
            "SELECT id, young_person_id, organisation_id, category, purpose, signatory, granted,"
                    + " manner, given_on, until_date, recorded_at, recorded_by, withdrawn_at, withdrawn_by FROM consent";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Regions regions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(JdbcClient jdbc, JdbcTemplate batches, Regions regions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.regions = regions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a decision.
     *
     * @throws DecisionRefused when something is missing or wrong
     */
    @Transactional
    public void record(long regionId, long youngPersonId, Decision decision, long recordedBy) {
        var sharing = regions.region(regionId).settings().sharing();
        var errors = errors(regionId, sharing, decision);
        if (!errors.isEmpty()) {
            throw new DecisionRefused(errors);
        }
        lock(regionId, youngPersonId);
        var until = decision.granted() ? until(sharing, decision) : null;
        var now = Timestamp.from(clock.instant());
        var rows = new ArrayList<Object[]>();
        for (var receiver : decision.receivers()) {
            for (var category : decision.categories()) {
                for (var purpose : decision.purposes()) {
                    for (var signatory : decision.signatories()) {
                        rows.add(new Object[] {
                            regionId,
                            youngPersonId,
                            receiver.organisationId(),
                            category.code(),
                            purpose,
                            signatory.name(),
                            decision.granted(),
                            decision.manner().name(),
                            Date.valueOf(decision.givenOn()),
                            until == null ? null : Date.valueOf(until),
                            now,
                            recordedBy
                        });
                    }
                }
            }
        }
        batches.batchUpdate(INSERT, rows);
        events.publishEvent(new ConsentChanged(regionId, youngPersonId));
    }

    /**
     * Takes back everything that these signatories gave, from this moment on.
     *
     * @param categories of these only
     */
    @Transactional
    public void withdraw(
            long regionId,
            long youngPersonId,
            Receiver receiver,
            Collection<Category> categories,
            Collection<Signatory> signatories,
            long withdrawnBy) {
        if (categories.isEmpty() || signatories.isEmpty()) {
            return;
        }
        lock(regionId, youngPersonId);
        var parameters = new HashMap<String, Object>();
        parameters.put("now", Timestamp.from(clock.instant()));
        parameters.put("by", withdrawnBy);
        parameters.put("region", regionId);
        parameters.put("person", youngPersonId);
        parameters.put("organisation", receiver.organisationId());
        parameters.put("categories", categories.stream().map(Category::code).toList());
        parameters.put("signatories", signatories.stream().map(Signatory::name).toList());
        var changed = jdbc.sql("UPDATE consent SET withdrawn_at = :now, withdrawn_by = :by WHERE region_id = :region"
                        + " AND young_person_id = :person AND organisation_id <=> :organisation AND granted"
                        + " AND withdrawn_at IS NULL AND category IN (:categories) AND signatory IN (:signatories)")
                .params(parameters)
                .update();
        if (changed > 0) {
            events.publishEvent(new ConsentChanged(regionId, youngPersonId));
        }
    }

    /** What is shared of a young person today. */
    @Transactional(readOnly = true)
    public Shares of(long regionId, long youngPersonId, LocalDate birthDate) {
        return of(regionId, Map.of(youngPersonId, birthDate)).get(youngPersonId);
    }

    /** What is shared today of each of these young people, given with their birth dates. One query, however many. */
    @Transactional(readOnly = true)
    public Map<Long, Shares> of(long regionId, Map<Long, LocalDate> birthDates) {
        if (birthDates.isEmpty()) {
            return Map.of();
        }
        var lines = jdbc
                .sql(COLUMNS + " WHERE region_id = :region AND young_person_id IN (:people) ORDER BY id")
                .param("region", regionId)
                .param("people", birthDates.keySet())
                .query((rs, n) -> line(rs))
                .list()
                .stream()
                .collect(Collectors.groupingBy(ConsentLine::youngPersonId));
        var today = today();
        var sharing = regions.region(regionId).settings().sharing();
        var shares = new HashMap<Long, Shares>();
        birthDates.forEach((id, birthDate) -> shares.put(
                id,
                new Shares(
                        today,
                        Signatory.needed(sharing.consentersAt(
                                Period.between(birthDate, today).getYears())),
                        lines.getOrDefault(id, List.of()))));
        return shares;
    }

    /** Everything that was ever decided for a young person, newest first. */
    @Transactional(readOnly = true)
    public List<ConsentLine> history(long regionId, long youngPersonId) {
        return jdbc.sql(COLUMNS + " WHERE region_id = ? AND young_person_id = ? ORDER BY id DESC")
                .params(regionId, youngPersonId)
                .query((rs, n) -> line(rs))
                .list();
    }

    /** Today, where people live. */
    public LocalDate today() {
        return PlatformClock.today(clock);
    }

    private Map<String, String> errors(long regionId, Sharing sharing, Decision decision) {
        var errors = new LinkedHashMap<String, String>();
        if (decision.receivers().isEmpty()) {
            errors.put(Decision.RECEIVERS, "Kies met wie gedeeld wordt.");
        }
        decision.receivers().stream()
                .filter(receiver -> !receiver.isParents()
                        && regions.organisation(regionId, receiver.organisationId())
                                .isEmpty())
                .findAny()
                .ifPresent(unknown -> errors.put(Decision.RECEIVERS, "Kies organisaties van deze regio."));
        if (decision.categories().isEmpty()) {
            errors.put(Decision.CATEGORIES, "Kies wat gedeeld wordt.");
        }
        var known = sharing.purposes().stream().map(Sharing.Purpose::code).toList();
        if (decision.purposes().isEmpty() || !known.containsAll(decision.purposes())) {
            errors.put(Decision.PURPOSES, "Kies waarvoor gedeeld wordt.");
        }
        if (decision.signatories().isEmpty()) {
            errors.put(Decision.SIGNATORIES, "Kies wie hierover beslist.");
        }
        if (decision.manner() == null) {
            errors.put(Decision.MANNER, "Kies hoe dit is besproken.");
        }
        dateErrors(sharing, decision, errors);
        return errors;
    }

    private void dateErrors(Sharing sharing, Decision decision, Map<String, String> errors) {
        var today = today();
        if (decision.givenOn() == null || decision.givenOn().isAfter(today)) {
            errors.put(Decision.GIVEN_ON, "Vul de dag in waarop dit is besproken: vandaag of eerder.");
        } else if (decision.granted()) {
            var longest = today.plusMonths(sharing.validMonths());
            var until = until(sharing, decision);
            if (until.isBefore(today)) {
                errors.put(Decision.UNTIL, "De toestemming loopt af voor vandaag. Kies een latere einddatum.");
            } else if (until.isAfter(longest)) {
                errors.put(
                        Decision.UNTIL,
                        "Toestemming geldt in deze regio ten hoogste " + sharing.validMonths()
                                + " maanden. Kies een eerdere einddatum.");
            }
        }
    }

    private static LocalDate until(Sharing sharing, Decision decision) {
        return decision.until() != null ? decision.until() : decision.givenOn().plusMonths(sharing.validMonths());
    }

    /** Two decisions for one young person come one after the other, so that the last one is the last. */
    private void lock(long regionId, long youngPersonId) {
        jdbc.sql("SELECT id FROM young_person WHERE region_id = ? AND id = ? FOR UPDATE")
                .params(regionId, youngPersonId)
                .query(Long.class)
                .single();
    }

    private static ConsentLine line(ResultSet rs) throws SQLException {
        var withdrawn = rs.getTimestamp("withdrawn_at");
        return new ConsentLine(
                rs.getLong("id"),
                rs.getLong("young_person_id"),
                new Receiver(rs.getObject("organisation_id", Long.class)),
                Category.of(rs.getString("category")).orElseThrow(),
                rs.getString("purpose"),
                Signatory.valueOf(rs.getString("signatory")),
                rs.getBoolean("granted"),
                Manner.valueOf(rs.getString("manner")),
                rs.getObject("given_on", LocalDate.class),
                rs.getObject("until_date", LocalDate.class),
                rs.getTimestamp("recorded_at").toInstant(),
                rs.getLong("recorded_by"),
                withdrawn == null ? null : withdrawn.toInstant(),
                rs.getObject("withdrawn_by", Long.class));
    }
}
