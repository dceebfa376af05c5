package nl.landingsbaan.platform.contact;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.ContactRules;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.DossierValues;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Logs contact with young people, and keeps it to the agreed rhythm and hours. Whoever may see the transfer may log; for everybody
 * else it is not there ({@link TransferNotFound}).
 */
@Service
@Transactional
public class Contacts {

    /** So many moments are shown, the newest. */
    public static final int SHOWN = 300;

    /** As long as a contact takes when nobody has said otherwise, in minutes. */
    public static final int USUAL_MINUTES = 15;

    private static final int MOST_MINUTES = 720;
    private static final int LONGEST_NOTE = 4000;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_DAYS = 365;
    private static final int MOST_HOURS = 200;
    /** No organisation's: what is seen of it is seen of everybody's. */
    private static final long NOBODY = 0;

    private final JdbcClient jdbc;
    private final Standings standings;
    private final Transfers transfers;
    private final Participants participants;
    private final DossierValues dossierValues;
    private final Regions regions;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contacts(
            JdbcClient jdbc,
            Standings standings,
            Transfers transfers,
            Participants participants,
            DossierValues dossierValues,
            Regions regions,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.transfers = transfers;
        this.participants = participants;
        this.dossierValues = dossierValues;
        this.regions = regions;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The minutes that somebody's next contact of each kind is taken to last: as many as the last one did. */
    @Transactional(readOnly = true)
    public Map<String, Integer> usualMinutes(Actor actor) {
        var minutes = new LinkedHashMap<String, Integer>();
        rules(actor).kinds().keySet().forEach(kind -> minutes.put(kind, usualMinutes(actor, kind)));
        return minutes;
    }

    /**
     * Logs a contact.
     *
     * @return its id
     * @throws ContactRefused when it lies in the future or before the referral, or lasted impossibly long
     */
    public long log(Actor actor, long transferId, NewContact contact) {
        transfers.find(actor, transferId);
        var source = source(actor, transferId);
        check(actor, transferId, contact);
        var now = clock.instant();
        standings.begin(actor.regionId(), transferId, source.roleCode());
        var id = jdbc.sql(
                        "INSERT INTO contact_moment (id, region_id, transfer_id, organisation_id, account_id, kind, result,"
                                + " minutes, happened_at, note, logged_at)"
                                + " VALUES (NEXT VALUE FOR id_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")
                .param(actor.regionId())
                .param(transferId)
                .param(source.organisationId())
                .param(actor.accountId())
                .param(contact.kind())
                .param(contact.result().name())
                .param(contact.minutes() == null ? usualMinutes(actor, contact.kind()) : contact.minutes())
                .param(Timestamp.from(contact.at() == null ? now : contact.at()))
                .param(text(contact.note()))
                .param(Timestamp.from(now))
                .query(Long.class)
                .single();
        record(actor, transferId, AuditAction.CONTACT_LOGGED);
        standings.refresh(actor.regionId(), transferId);
        return id;
    }

    /**
     * Changes what was logged today; what it said before is kept. What is null stays as it is, except for the note.
     *
     * @throws ContactRefused when it is somebody else's or another day's, or as {@link #log}
     */
    public void change(Actor actor, long transferId, long contactId, NewContact contact) {
        transfers.find(actor, transferId);
        check(actor, transferId, contact);
        standings.begin(actor.regionId(), transferId, null);
        var own = own(actor, transferId, contactId);
        var minutes = contact.minutes() == null ? own.minutes : contact.minutes();
        var at = contact.at() == null ? own.at : contact.at();
        jdbc.sql(
                        "INSERT INTO contact_earlier (id, region_id, contact_id, kind, result, minutes, happened_at, note, replaced_at)"
                                + " SELECT NEXT VALUE FOR id_seq, region_id, id, kind, result, minutes, happened_at, note, ?"
                                + " FROM contact_moment WHERE region_id = ? AND id = ?")
                .params(Timestamp.from(clock.instant()), actor.regionId(), contactId)
                .update();
        jdbc.sql("UPDATE contact_moment SET kind = ?, result = ?, minutes = ?, happened_at = ?, note = ?"
                        + " WHERE region_id = ? AND id = ?")
                .param(contact.kind())
                .param(contact.result().name())
                .param(minutes)
                .param(Timestamp.from(at))
                .param(text(contact.note()))
                .param(actor.regionId())
                .param(contactId)
                .update();
        record(actor, transferId, AuditAction.CONTACT_CHANGED);
        standings.refresh(actor.regionId(), transferId);
    }

    /**
     * Takes back what was logged today. It is kept, and counts no more.
     *
     * @throws ContactRefused when it is somebody else's or another day's
     */
    public void withdraw(Actor actor, long transferId, long contactId) {
        transfers.find(actor, transferId);
        standings.begin(actor.regionId(), transferId, null);
        own(actor, transferId, contactId);
        jdbc.sql("UPDATE contact_moment SET withdrawn_at = ? WHERE region_id = ? AND id = ?")
                .params(Timestamp.from(clock.instant()), actor.regionId(), contactId)
                .update();
        record(actor, transferId, AuditAction.CONTACT_WITHDRAWN);
        standings.refresh(actor.regionId(), transferId);
    }

    /** Everything about contact with one young person, as this actor may see it. */
    @Transactional(readOnly = true)
    public ContactLog of(Actor actor, long transferId) {
        transfers.find(actor, transferId);
        var around = participants.of(actor.regionId(), transferId);
        var mayAgree = takesPartInPerson(actor, around) || coordinates(actor, around);
        var found = standings(actor, List.of(transferId)).get(transferId);
        var standing = found == null ? new ContactStanding(transferId, null, null, null, 0, null) : found;
        return new ContactLog(
                standing,
                hours(actor, transferId, mayAgree, coordinates(actor, around)),
                mayAgree ? rhythms(actor, transferId) : List.of(),
                moments(actor, transferId),
                mayAgree,
                isRunning(actor.regionId(), transferId));
    }

    /** Where contact stands with those of these young people whom the actor may see; those without any are absent. */
    @Transactional(readOnly = true)
    public Map<Long, ContactStanding> standings(Actor actor, Collection<Long> transferIds) {
        if (transferIds.isEmpty()) {
            return Map.of();
        }
        var visible = participants.visible(actor, transferIds);
        if (visible.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT transfer_id, last_at, every_days, due_on, unanswered, lost_at FROM contact_standing"
                        + " WHERE region_id = :region AND transfer_id IN (:ids)")
                .param("region", actor.regionId())
                .param("ids", visible)
                .query((rs, n) -> standing(rs, 1))
                .list()
                .stream()
                .collect(Collectors.toMap(ContactStanding::transferId, each -> each));
    }

    /**
     * The contacts for which the actor carries the rhythm and that fall due before a day, the longest overdue first; a coordinator
     * sees those of the whole organisation where {@code coordinated} is asked for.
     */
    @Transactional(readOnly = true)
    public List<ContactDue> dueBefore(Actor actor, LocalDate day, boolean coordinated, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("region", actor.regionId());
        parameters.put("persons", actor.persons());
        parameters.put("day", Date.valueOf(day));
        parameters.put("limit", limit);
        var ways = new ArrayList<String>();
        ways.add(
                "SELECT transfer_id, role_code FROM participant WHERE region_id = :region AND account_id IN (:persons)");
        for (int i = 0; i < actor.memberships().size(); i++) {
            parameters.put("org" + i, actor.memberships().get(i).organisationId());
            parameters.put("role" + i, actor.memberships().get(i).role().code());
            ways.add(
                    "SELECT transfer_id, role_code FROM participant WHERE region_id = :region AND organisation_id = :org"
                            + i + " AND role_code = :role" + i + " AND account_id IS NULL");
        }
        var coordinating = coordinatingOrganisations(actor);
        if (coordinated && !coordinating.isEmpty()) {
            parameters.put("coordinating", coordinating);
            ways.add("SELECT transfer_id, NULL FROM participant WHERE region_id = :region"
                    + " AND organisation_id IN (:coordinating)");
        }
        var found = jdbc.sql(
                        "SELECT DISTINCT y.first_name, y.last_name, s.transfer_id, s.last_at, s.every_days, s.due_on,"
                                + " s.unanswered, s.lost_at FROM (" + String.join(" UNION ", ways) + ") v"
                                + " JOIN contact_standing s ON s.region_id = :region AND s.transfer_id = v.transfer_id"
                                + " AND (v.role_code IS NULL OR s.role_code = v.role_code)"
                                + " JOIN transfer t ON t.region_id = s.region_id AND t.id = s.transfer_id"
                                + " JOIN young_person y ON y.region_id = t.region_id AND y.id = t.young_person_id"
                                + " WHERE s.due_on < :day ORDER BY s.due_on, s.transfer_id LIMIT :limit")
                .params(parameters)
                .query((rs, n) -> new ContactDue(rs.getString(1), rs.getString(2), standing(rs, 3)))
                .list();
        var visible = participants.visible(
                actor, found.stream().map(each -> each.standing().transferId()).toList());
        return found.stream()
                .filter(each -> visible.contains(each.standing().transferId()))
                .toList();
    }

    /**
     * Agrees another rhythm with a young person.
     *
     * @param phase code of the phase for which it holds; null: for every phase that has none of its own
     * @param everyDays the longest time between two contacts, in days
     * @throws ContactRefused without a reason, outside 1 to 365 days, or by somebody who only takes part as an organisation
     */
    public void agreeRhythm(Actor actor, long transferId, String phase, int everyDays, String reason) {
        transfers.find(actor, transferId);
        mayAgree(actor, transferId);
        between("everyDays", everyDays, 1, MOST_DAYS, "Vul bij het aantal dagen een getal van 1 tot en met 365 in.");
        reason("reason", reason, "Schrijf bij de reden waarom dit ritme past.");
        standings.begin(actor.regionId(), transferId, source(actor, transferId).roleCode());
        jdbc.sql("INSERT INTO contact_rhythm (id, region_id, transfer_id, phase, every_days, reason, set_by, set_at)"
                        + " VALUES (NEXT VALUE FOR id_seq, ?, ?, ?, ?, ?, ?, ?)")
                .param(actor.regionId())
                .param(transferId)
                .param(phase)
                .param(everyDays)
                .param(reason.strip())
                .param(actor.accountId())
                .param(Timestamp.from(clock.instant()))
                .update();
        record(actor, transferId, AuditAction.CONTACT_RHYTHM_AGREED);
        standings.refresh(actor.regionId(), transferId);
    }

    /**
     * Asks a coordinator for more hours.
     *
     * @return the request's id
     * @throws ContactRefused without a budget or a reason, while a request is open, or as {@link #agreeRhythm}
     */
    public long requestHours(Actor actor, long transferId, int hours, String reason) {
        transfers.find(actor, transferId);
        mayAgree(actor, transferId);
        if (rules(actor).hours() == null) {
            throw new ContactRefused("hours", "In deze regio is geen aantal uren afgesproken.");
        }
        between("hours", hours, 1, MOST_HOURS, "Vul bij de uren een getal van 1 tot en met 200 in.");
        reason("reason", reason, "Schrijf bij de reden waarvoor de extra uren nodig zijn.");
        standings.begin(actor.regionId(), transferId, source(actor, transferId).roleCode());
        if (requests(actor, transferId, false).stream().anyMatch(HoursRequest::isOpen)) {
            throw new ContactRefused("hours", "Er is al om uren gevraagd. Wacht tot de coördinator heeft beslist.");
        }
        var id = jdbc.sql(
                        "INSERT INTO contact_extension (id, region_id, transfer_id, hours, reason, requested_by, requested_at)"
                                + " VALUES (NEXT VALUE FOR id_seq, ?, ?, ?, ?, ?, ?) RETURNING id")
                .params(
                        actor.regionId(),
                        transferId,
                        hours,
                        reason.strip(),
                        actor.accountId(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        record(actor, transferId, AuditAction.CONTACT_HOURS_REQUESTED);
        events.publishEvent(new HoursRequested(actor.regionId(), transferId, id));
        return id;
    }

    /**
     * Grants or refuses more hours.
     *
     * @throws ContactRefused without a reason, by whoever asked, by somebody who does not coordinate, or after a decision
     */
    public void decideHours(Actor actor, long transferId, long requestId, boolean approved, String answer) {
        transfers.find(actor, transferId);
        reason("answer", answer, "Schrijf bij de reden waarom u dit beslist.");
        standings.begin(actor.regionId(), transferId, null);
        var coordinates = coordinates(actor, participants.of(actor.regionId(), transferId));
        var request = requests(actor, transferId, coordinates).stream()
                .filter(each -> each.id() == requestId)
                .findFirst()
                .orElseThrow(() -> new TransferNotFound(transferId));
        if (!request.isOpen()) {
            throw new ContactRefused("answer", "Over deze uren is al beslist.");
        }
        if (!request.mayDecide()) {
            throw new ContactRefused("answer", "Een coördinator beslist over extra uren, niet wie erom vroeg.");
        }
        jdbc.sql("UPDATE contact_extension SET approved = ?, answer = ?, decided_by = ?, decided_at = ?"
                        + " WHERE region_id = ? AND id = ?")
                .params(
                        approved,
                        answer.strip(),
                        actor.accountId(),
                        Timestamp.from(clock.instant()),
                        actor.regionId(),
                        requestId)
                .update();
        if (approved) {
            standings.grant(actor.regionId(), transferId, request.hours() * 60);
        }
        record(actor, transferId, AuditAction.CONTACT_HOURS_DECIDED);
        events.publishEvent(new HoursDecided(actor.regionId(), transferId, requestId, approved));
    }

    /** What is written about contact is progress: from which organisations it is shared, as the fields of that category are. */
    private LongPredicate seen(Actor actor, long transferId) {
        return dossierValues.seen(
                transfers.find(actor, transferId), participants.viewer(actor, transferId), Category.VOORTGANG);
    }

    private boolean isSeen(LongPredicate seen, Actor actor, long author) {
        return author == actor.accountId()
                || seen.test(NOBODY)
                || people.memberships(actor.regionId(), author).stream()
                        .anyMatch(membership -> seen.test(membership.organisationId()));
    }

    private List<ContactMoment> moments(Actor actor, long transferId) {
        var seen = seen(actor, transferId);
        var rows = jdbc.sql(
                        "SELECT m.id, m.kind, m.result, m.minutes, m.happened_at, m.account_id, m.organisation_id, m.note,"
                                + " m.logged_at, EXISTS (SELECT 1 FROM contact_earlier e WHERE e.region_id = m.region_id"
                                + " AND e.contact_id = m.id) FROM contact_moment m WHERE m.region_id = ? AND m.transfer_id = ?"
                                + " AND m.withdrawn_at IS NULL ORDER BY m.happened_at DESC, m.id DESC LIMIT " + SHOWN)
                .params(actor.regionId(), transferId)
                .query((rs, n) -> row(rs))
                .list();
        var names = people.names(rows.stream().map(row -> row.accountId).toList());
        var kinds = rules(actor).kinds();
        var today = today();
        return rows.stream()
                .map(row -> new ContactMoment(
                        row.id,
                        row.kind,
                        kinds.getOrDefault(row.kind, row.kind),
                        row.result,
                        row.minutes,
                        row.at,
                        names.get(row.accountId),
                        regions.organisation(actor.regionId(), row.organisationId)
                                .orElseThrow()
                                .name(),
                        seen.test(row.organisationId) ? row.note : null,
                        row.changed,
                        row.accountId == actor.accountId()
                                && Standings.day(row.loggedAt).equals(today)))
                .toList();
    }

    private Hours hours(Actor actor, long transferId, boolean mayAgree, boolean coordinates) {
        return jdbc.sql("SELECT minutes, extra_minutes FROM contact_standing WHERE region_id = ? AND transfer_id = ?")
                .params(actor.regionId(), transferId)
                .query((rs, n) -> new Hours(
                        Standings.budgetMinutes(rules(actor), rs.getInt(2)),
                        rs.getInt(1),
                        mayAgree ? requests(actor, transferId, coordinates) : List.of()))
                .optional()
                .orElseGet(() -> new Hours(Standings.budgetMinutes(rules(actor), 0), 0, List.of()));
    }

    private List<HoursRequest> requests(Actor actor, long transferId, boolean coordinates) {
        record Row(HoursRequest request, long requestedBy, Long decidedBy) {}
        var rows = jdbc.sql("SELECT id, hours, reason, requested_by, requested_at, approved, answer, decided_by"
                        + " FROM contact_extension WHERE region_id = ? AND transfer_id = ?"
                        + " ORDER BY requested_at DESC, id DESC LIMIT 20")
                .params(actor.regionId(), transferId)
                .query((rs, n) -> new Row(
                        new HoursRequest(
                                rs.getLong(1),
                                rs.getInt(2),
                                rs.getString(3),
                                null,
                                Standings.instant(rs, 5),
                                rs.getObject(6) == null ? null : rs.getBoolean(6),
                                rs.getString(7),
                                null,
                                false),
                        rs.getLong(4),
                        rs.getObject(8, Long.class)))
                .list();
        var names = people.names(rows.stream()
                .flatMap(row -> Stream.of(row.requestedBy, row.decidedBy))
                .filter(Objects::nonNull)
                .toList());
        var seen = seen(actor, transferId);
        return rows.stream()
                .map(row -> new HoursRequest(
                        row.request.id(),
                        row.request.hours(),
                        coordinates || isSeen(seen, actor, row.requestedBy) ? row.request.reason() : null,
                        names.get(row.requestedBy),
                        row.request.requestedAt(),
                        row.request.approved(),
                        row.request.answer() == null
                                        || row.requestedBy == actor.accountId()
                                        || isSeen(seen, actor, row.decidedBy)
                                ? row.request.answer()
                                : null,
                        row.decidedBy == null ? null : names.get(row.decidedBy),
                        coordinates && row.request.isOpen() && row.requestedBy != actor.accountId()))
                .toList();
    }

    private List<Rhythm> rhythms(Actor actor, long transferId) {
        record Row(String phase, int everyDays, String reason, long setBy, Instant setAt) {}
        var rows = jdbc.sql("SELECT phase, every_days, reason, set_by, set_at FROM contact_rhythm"
                        + " WHERE region_id = ? AND transfer_id = ? ORDER BY set_at DESC, id DESC LIMIT 20")
                .params(actor.regionId(), transferId)
                .query((rs, n) -> new Row(
                        rs.getString(1), rs.getInt(2), rs.getString(3), rs.getLong(4), Standings.instant(rs, 5)))
                .list();
        var names = people.names(rows.stream().map(Row::setBy).toList());
        var seen = seen(actor, transferId);
        return rows.stream()
                .map(row -> new Rhythm(
                        row.phase,
                        row.everyDays,
                        isSeen(seen, actor, row.setBy) ? row.reason : null,
                        names.get(row.setBy),
                        row.setAt))
                .toList();
    }

    private int usualMinutes(Actor actor, String kind) {
        return jdbc.sql("SELECT minutes FROM contact_moment WHERE region_id = ? AND account_id = ? AND kind = ?"
                        + " AND withdrawn_at IS NULL ORDER BY logged_at DESC LIMIT 1")
                .params(actor.regionId(), actor.accountId(), kind)
                .query(Integer.class)
                .optional()
                .orElse(USUAL_MINUTES);
    }

    private void check(Actor actor, long transferId, NewContact contact) {
        if (contact.kind() == null || !rules(actor).kinds().containsKey(contact.kind())) {
            throw new ContactRefused("kind", "Kies wat voor contact het was.");
        }
        if (contact.result() == null) {
            throw new ContactRefused("result", "Kies hoe het ging.");
        }
        if (contact.minutes() != null) {
            between(
                    "minutes",
                    contact.minutes(),
                    0,
                    MOST_MINUTES,
                    "Vul bij de minuten een getal van 0 tot en met 720 in.");
        }
        if (contact.note() != null && contact.note().length() > LONGEST_NOTE) {
            throw new ContactRefused("note", "De notitie is te lang. Maak er hoogstens 4000 tekens van.");
        }
        if (contact.at() == null) {
            return;
        }
        if (contact.at().isAfter(clock.instant())) {
            throw new ContactRefused("at", "Dit tijdstip is nog niet geweest. Kies een tijdstip tot en met nu.");
        }
        var started = jdbc.sql("SELECT started_at FROM transfer WHERE region_id = ? AND id = ?")
                .params(actor.regionId(), transferId)
                .query((rs, n) -> Standings.instant(rs, 1))
                .single();
        if (Standings.day(contact.at()).isBefore(Standings.day(started))) {
            throw new ContactRefused(
                    "at", "Dit is voor de aanmelding. Kies een tijdstip vanaf de dag van de aanmelding.");
        }
    }

    private Own own(Actor actor, long transferId, long contactId) {
        var own = jdbc.sql("SELECT account_id, minutes, happened_at, logged_at FROM contact_moment WHERE region_id = ?"
                        + " AND transfer_id = ? AND id = ? AND withdrawn_at IS NULL FOR UPDATE")
                .params(actor.regionId(), transferId, contactId)
                .query((rs, n) ->
                        new Own(rs.getLong(1), rs.getInt(2), Standings.instant(rs, 3), Standings.instant(rs, 4)))
                .optional()
                .orElseThrow(() -> new TransferNotFound(transferId));
        if (own.accountId != actor.accountId() || !Standings.day(own.loggedAt).equals(today())) {
            throw new ContactRefused(
                    "kind",
                    "U kunt alleen op dezelfde dag veranderen wat u zelf hebt vastgelegd. Leg anders een nieuw contact vast.");
        }
        return own;
    }

    /** As whom somebody logs: the role in which, and the organisation for which, the actor takes part or coordinates. */
    private Source source(Actor actor, long transferId) {
        return new Source(
                participants.rolesOf(actor, transferId).stream()
                        .sorted()
                        .findFirst()
                        .orElse(null),
                participants.organisationOf(actor, transferId).orElseThrow(() -> new TransferNotFound(transferId)));
    }

    private void mayAgree(Actor actor, long transferId) {
        var around = participants.of(actor.regionId(), transferId);
        if (!takesPartInPerson(actor, around) && !coordinates(actor, around)) {
            throw new ContactRefused(
                    "reason", "Alleen wie de jongere zelf begeleidt en de coördinator maken hierover een afspraak.");
        }
    }

    private boolean isRunning(long regionId, long transferId) {
        return jdbc.sql("SELECT ended_at IS NULL FROM transfer WHERE region_id = ? AND id = ?")
                .params(regionId, transferId)
                .query(Boolean.class)
                .single();
    }

    private static boolean takesPart(Actor actor, Participant participant) {
        return participant.accountId() == null
                ? actor.holds(participant.roleCode(), participant.organisationId())
                : actor.actsAs(participant.accountId(), participant.roleCode(), participant.organisationId());
    }

    private static boolean takesPartInPerson(Actor actor, List<Participant> around) {
        return around.stream().anyMatch(each -> each.accountId() != null && takesPart(actor, each));
    }

    private static boolean coordinates(Actor actor, List<Participant> around) {
        var coordinating = coordinatingOrganisations(actor);
        return around.stream().anyMatch(each -> coordinating.contains(each.organisationId()));
    }

    private static Set<Long> coordinatingOrganisations(Actor actor) {
        return actor.memberships().stream()
                .filter(membership -> membership.role().rights().contains(Right.COORDINATE))
                .map(Membership::organisationId)
                .collect(Collectors.toSet());
    }

    private static void between(String field, int value, int least, int most, String message) {
        if (value < least || value > most) {
            throw new ContactRefused(field, message);
        }
    }

    private static void reason(String field, String reason, String message) {
        if (reason == null || reason.isBlank()) {
            throw new ContactRefused(field, message);
        }
        if (reason.length() > LONGEST_REASON) {
            throw new ContactRefused(field, "De reden is te lang. Maak er hoogstens 500 tekens van.");
        }
    }

    private void record(Actor actor, long transferId, AuditAction action) {
        audit.record(actor.regionId(), actor.accountId(), action, AuditSubject.TRANSFER, transferId);
    }

    private ContactRules rules(Actor actor) {
        return regions.region(actor.regionId()).settings().contact();
    }

    private LocalDate today() {
        return PlatformClock.today(clock);
    }

    private static String text(String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }

    private static ContactStanding standing(ResultSet rs, int from) throws SQLException {
        return new ContactStanding(
                rs.getLong(from),
                Standings.instant(rs, from + 1),
                rs.getObject(from + 2, Integer.class),
                rs.getObject(from + 3, LocalDate.class),
                rs.getInt(from + 4),
                Standings.instant(rs, from + 5));
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                rs.getLong(1),
                rs.getString(2),
                ContactResult.valueOf(rs.getString(3)),
                rs.getInt(4),
                Standings.instant(rs, 5),
                rs.getLong(6),
                rs.getLong(7),
                rs.getString(8),
                Standings.instant(rs, 9),
                rs.getBoolean(10));
    }

    private record Source(String roleCode, long organisationId) {}

    private record Own(long accountId, int minutes, Instant at, Instant loggedAt) {}

    private record Row(
            long id,
            String kind,
            ContactResult result,
            int minutes,
            Instant at,
            long accountId,
            long organisationId,
            String note,
            Instant loggedAt,
            boolean changed) {}
}
