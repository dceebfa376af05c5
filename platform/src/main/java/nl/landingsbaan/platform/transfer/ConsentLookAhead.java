package nl.landingsbaan.platform.transfer;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import nl.landingsbaan.platform.consent.ConsentExpiring;
import nl.landingsbaan.platform.consent.ConsentExpiring.Reason;
import nl.landingsbaan.platform.consent.Consents;
import nl.landingsbaan.platform.region.EachRegion;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Sharing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Looks ahead to the days on which less is shared than now, and says so once, in time to ask anew. */
@Service
public class ConsentLookAhead {

    private static final int DAYS = 30;

    /** By so much the same span of days can lie elsewhere in another year. */
    private static final int LEAP_DAYS = 1;

    private static final String RUNNING = " AND EXISTS (SELECT 1 FROM transfer t WHERE t.region_id = c.region_id"
            + " AND t.young_person_id = c.young_person_id AND t.ended_at IS NULL)";

    /** The last decision of each kind only: what was decided anew has another last day. */
    private static final String LAST_DAYS = "SELECT DISTINCT c.young_person_id, c.until_date FROM consent c"
            + " WHERE c.region_id = :region AND c.until_date BETWEEN :from AND :to AND c.granted"
            + " AND c.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM consent l WHERE l.region_id = c.region_id"
            + " AND l.young_person_id = c.young_person_id AND l.organisation_id <=> c.organisation_id"
            + " AND l.category = c.category AND l.purpose = c.purpose AND l.signatory = c.signatory AND l.id > c.id)"
            + RUNNING;

    private static final String BORN = "SELECT DISTINCT c.young_person_id, y.birth_date FROM young_person y"
            + " JOIN consent c ON c.region_id = y.region_id AND c.young_person_id = y.id"
            + " WHERE y.region_id = :region AND y.birth_date BETWEEN :from AND :to" + RUNNING;

    private final JdbcClient jdbc;
    private final EachRegion eachRegion;
    private final Consents consents;
    private final ApplicationEventPublisher events;

    ConsentLookAhead(JdbcClient jdbc, EachRegion eachRegion, Consents consents, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.eachRegion = eachRegion;
        this.consents = consents;
        this.events = events;
    }

    /** Publishes {@link ConsentExpiring} for whatever comes within 30 days and was not announced before. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    public void look() {
        var today = consents.today();
        eachRegion.inTurn(region -> {
            lastDays(region, today);
            birthdays(region, today);
        });
    }

    private void lastDays(Region region, LocalDate today) {
        jdbc.sql(LAST_DAYS)
                .param("region", region.id())
                .param("from", Date.valueOf(today))
                .param("to", Date.valueOf(today.plusDays(DAYS)))
                .query((rs, n) -> new ConsentExpiring(
                        region.id(),
                        rs.getLong(1),
                        Reason.LAST_DAY,
                        rs.getObject(2, LocalDate.class).plusDays(1)))
                .list()
                .forEach(this::announce);
    }

    private void birthdays(Region region, LocalDate today) {
        for (var age : ages(region.settings().sharing())) {
            jdbc
                    .sql(BORN)
                    .param("region", region.id())
                    .param("from", Date.valueOf(today.minusYears(age).minusDays(LEAP_DAYS)))
                    .param("to", Date.valueOf(today.minusYears(age).plusDays(DAYS + LEAP_DAYS)))
                    .query((rs, n) -> new ConsentExpiring(
                            region.id(),
                            rs.getLong(1),
                            Reason.BIRTHDAY,
                            reaches(rs.getObject(2, LocalDate.class), age)))
                    .list()
                    .stream()
                    .filter(each -> each.on().isAfter(today) && !each.on().isAfter(today.plusDays(DAYS)))
                    .forEach(this::announce);
        }
    }

    /** The first day on which somebody has this age as consent counts it: whoever was born on 29 February waits for 1 March. */
    static LocalDate reaches(LocalDate birthDate, int age) {
        var day = birthDate.plusYears(age);
        return day.getDayOfMonth() == birthDate.getDayOfMonth() ? day : day.plusDays(1);
    }

    /** The ages from which on somebody is to decide who did not before: only then is a decision missing. */
    private static Set<Integer> ages(Sharing sharing) {
        var ages = new HashSet<Integer>();
        for (var consenters : sharing.consenters()) {
            if (consenters.fromAge() > 0) {
                var before = sharing.consentersAt(consenters.fromAge() - 1);
                if (consenters.youngPerson() && !before.youngPerson() || consenters.parents() && !before.parents()) {
                    ages.add(consenters.fromAge());
                }
            }
        }
        return ages;
    }

    private void announce(ConsentExpiring expiring) {
        var isNew = jdbc.sql("INSERT IGNORE INTO consent_notice (region_id, young_person_id, reason, on_date)"
                                + " VALUES (?, ?, ?, ?)")
                        .params(
                                expiring.regionId(),
                                expiring.youngPersonId(),
                                expiring.reason().name(),
                                Date.valueOf(expiring.on()))
                        .update()
                == 1;
        if (isNew) {
            events.publishEvent(expiring);
        }
    }
}
