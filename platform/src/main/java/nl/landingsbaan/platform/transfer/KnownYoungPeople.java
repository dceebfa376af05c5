package nl.landingsbaan.platform.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds who is in the region already, so that a young person who comes a second time keeps one dossier. */
@Service
public class KnownYoungPeople {

    private final JdbcClient jdbc;
    private final Participants participants;
    private final TransferList list;

    KnownYoungPeople(JdbcClient jdbc, Participants participants, TransferList list) {
        this.jdbc = jdbc;
        this.participants = participants;
        this.list = list;
    }

    /** Who this may be: those with the same name first. Empty while a name or the birth date is missing. */
    @Transactional(readOnly = true)
    public List<KnownYoungPerson> like(Actor actor, Referral referral, String schoolYear) {
        return like(actor, List.of(referral), schoolYear).getFirst();
    }

    /** As {@link #like(Actor, Referral, String)} for many at once; the answers are in the order of the referrals. */
    @Transactional(readOnly = true)
    public List<List<KnownYoungPerson>> like(Actor actor, List<Referral> referrals, String schoolYear) {
        var bornThen = bornOn(
                actor.regionId(),
                referrals.stream()
                        .map(Referral::birthDate)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        var similar = referrals.stream()
                .map(referral -> referral.birthDate() == null
                        ? List.<Match>of()
                        : similar(referral, bornThen.getOrDefault(referral.birthDate(), List.of())))
                .toList();
        var transfers = transfersOf(
                actor.regionId(),
                similar.stream()
                        .flatMap(List::stream)
                        .map(match -> match.person().id())
                        .collect(Collectors.toSet()));
        var visible = participants.visible(
                actor,
                transfers.values().stream()
                        .flatMap(List::stream)
                        .map(Started::id)
                        .toList());
        var summaries = list.summaries(actor, visible);
        return similar.stream()
                .map(matches -> matches.stream()
                        .map(match -> known(match, transfers, summaries, schoolYear))
                        .distinct() // of those who may not be seen it does not even show how many there are
                        .toList())
                .toList();
    }

    private static KnownYoungPerson known(
            Match match, Map<Long, List<Started>> transfers, Map<Long, TransferSummary> summaries, String schoolYear) {
        var person = match.person();
        var all = transfers.getOrDefault(person.id(), List.of());
        var seen = all.stream()
                .map(each -> summaries.get(each.id()))
                .filter(Objects::nonNull)
                .toList();
        if (seen.isEmpty()) {
            return KnownYoungPerson.HIDDEN;
        }
        return new KnownYoungPerson(
                person.id(),
                person.firstName(),
                person.lastName(),
                person.birthDate(),
                seen,
                all.stream()
                        .anyMatch(each -> each.running() && each.schoolYear().equals(schoolYear)),
                match.sameName());
    }

    private static List<Match> similar(Referral referral, List<Person> bornThatDay) {
        if (bornThatDay.isEmpty() || blank(referral.firstName()) || blank(referral.lastName())) {
            return List.of();
        }
        var name = NameLikeness.of(referral.firstName(), referral.lastName());
        var matches = new ArrayList<Match>();
        for (var person : bornThatDay) {
            if (name.similar(person.name())) {
                matches.add(new Match(person, name.same(person.name())));
            }
        }
        matches.sort(Comparator.comparing((Match match) -> !match.sameName())
                .thenComparing(match -> match.person().id()));
        return matches;
    }

    private Map<LocalDate, List<Person>> bornOn(long regionId, Set<LocalDate> dates) {
        return dates.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT id, first_name, last_name, birth_date FROM young_person"
                                + " WHERE region_id = :region AND birth_date IN (:dates)")
                        .param("region", regionId)
                        .param("dates", dates)
                        .query((rs, n) -> new Person(
                                rs.getLong(1),
                                rs.getString(2),
                                rs.getString(3),
                                rs.getObject(4, LocalDate.class),
                                NameLikeness.of(rs.getString(2), rs.getString(3))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Person::birthDate));
    }

    private Map<Long, List<Started>> transfersOf(long regionId, Collection<Long> youngPeople) {
        return youngPeople.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT id, young_person_id, school_year, ended_at IS NULL FROM transfer"
                                + " WHERE region_id = :region AND young_person_id IN (:people)"
                                + " ORDER BY started_at DESC, id DESC")
                        .param("region", regionId)
                        .param("people", youngPeople)
                        .query((rs, n) -> new Started(rs.getLong(1), rs.getLong(2), rs.getString(3), rs.getBoolean(4)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Started::youngPersonId));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private record Person(long id, String firstName, String lastName, LocalDate birthDate, NameLikeness name) {}

    private record Match(Person person, boolean sameName) {}

    private record Started(long id, long youngPersonId, String schoolYear, boolean running) {}
}
