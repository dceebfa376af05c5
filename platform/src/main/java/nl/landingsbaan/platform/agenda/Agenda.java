package nl.landingsbaan.platform.agenda;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.contact.ContactDue;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskPosition;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is coming for somebody, and the appointments in it. */
@Service
@Transactional
public class Agenda {

    private static final int MOST_TASKS = 500;
    private static final int MOST_CONTACTS = 200;
    private static final int MOST_APPOINTMENTS = 300;
    private static final int LONGEST_PLACE = 200;
    private static final int MOST_MINUTES = 720;

    private static final String MINE =
            "SELECT a.id, a.transfer_id, y.first_name, y.last_name, a.kind, a.starts_at, a.minutes,"
                    + " a.place, a.cancelled_at IS NOT NULL AS cancelled, a.feed_uid, a.changed_at, a.revision,"
                    + " (SELECT GROUP_CONCAT(r.role_code) FROM appointment_guest r WHERE r.region_id = a.region_id"
                    + " AND r.appointment_id = a.id) AS roles FROM appointment a"
                    + " JOIN transfer t ON t.region_id = a.region_id AND t.id = a.transfer_id"
                    + " JOIN young_person y ON y.region_id = t.region_id AND y.id = t.young_person_id"
                    + " WHERE a.region_id = :region AND (a.made_by = :account OR EXISTS (SELECT 1 FROM appointment_guest g"
                    + " JOIN participant p ON p.region_id = g.region_id AND p.transfer_id = a.transfer_id"
                    + " AND p.role_code = g.role_code WHERE g.region_id = a.region_id AND g.appointment_id = a.id"
                    + " AND (p.account_id IN (:persons) OR (p.account_id IS NULL"
                    + " AND CONCAT(p.organisation_id, ':', p.role_code) IN (:held)))))";

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Contacts contacts;
    private final Transfers transfers;
    private final Participants participants;
    private final Regions regions;
    private final Clock clock;

    Agenda(
            JdbcClient jdbc,
            Tasks tasks,
            Contacts contacts,
            Transfers transfers,
            Participants participants,
            Regions regions,
            Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.contacts = contacts;
        this.transfers = transfers;
        this.participants = participants;
        this.regions = regions;
        this.clock = clock;
    }

    /** What is coming for the actor from a day on, day by day. */
    @Transactional(readOnly = true)
    public List<AgendaDay> days(Actor actor, LocalDate from, int days) {
        var until = from.plusDays(days);
        var today = today();
        var appointments = lines(actor, from, until).stream()
                .collect(Collectors.groupingBy(line -> day(line.appointment.startsAt())));
        var due = tasks(actor, from, until).stream().collect(Collectors.groupingBy(task -> day(task.dueAt())));
        var contact = contacts(actor, from, until, today);
        var anchors = anchors(actor.regionId());
        return IntStream.range(0, days)
                .mapToObj(from::plusDays)
                .map(date -> new AgendaDay(
                        date,
                        appointments.getOrDefault(date, List.of()).stream()
                                .map(Line::appointment)
                                .toList(),
                        due.getOrDefault(date, List.of()),
                        contact.getOrDefault(date, List.of()),
                        anchors.getOrDefault(date, List.of())))
                .toList();
    }

    /** The appointments about one young person from today on that the actor takes part in, the first one first. */
    @Transactional(readOnly = true)
    public List<Appointment> coming(Actor actor, long transferId) {
        transfers.find(actor, transferId);
        return read(
                        actor,
                        " AND a.transfer_id = :transfer AND a.starts_at >= :from AND a.cancelled_at IS NULL",
                        Map.of("transfer", transferId, "from", midnight(today())))
                .stream()
                .map(Line::appointment)
                .toList();
    }

    /** Who can be invited: everybody who takes part in the transfer. */
    @Transactional(readOnly = true)
    public List<Participant> invitable(Actor actor, long transferId) {
        transfers.find(actor, transferId);
        return participants.of(actor.regionId(), transferId);
    }

    /**
     * Makes an appointment about a young person.
     *
     * @return its id
     * @throws AgendaRefused when something is missing or it does not lie in the future
     */
    public long make(Actor actor, long transferId, NewAppointment appointment) {
        transfers.find(actor, transferId);
        var roles = checked(actor, transferId, appointment);
        var id = jdbc.sql(
                        "INSERT INTO appointment (id, region_id, transfer_id, feed_uid, kind, starts_at, minutes, place, made_by,"
                                + " changed_at) VALUES (NEXT VALUE FOR id_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")
                .param(actor.regionId())
                .param(transferId)
                .param(UUID.randomUUID().toString())
                .param(appointment.kind().name())
                .param(Timestamp.from(appointment.startsAt()))
                .param(appointment.minutes())
                .param(text(appointment.place()))
                .param(actor.accountId())
                .param(Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        invite(actor.regionId(), id, roles);
        return id;
    }

    /**
     * Changes an appointment.
     *
     * @throws AppointmentNotFound when the actor does not take part in it, or it was cancelled
     * @throws AgendaRefused as {@link #make}
     */
    public void change(Actor actor, long appointmentId, NewAppointment appointment) {
        var before = find(actor, appointmentId);
        var roles = checked(actor, before.transferId(), appointment);
        jdbc.sql("UPDATE appointment SET kind = ?, starts_at = ?, minutes = ?, place = ?, changed_at = ?,"
                        + " revision = revision + 1 WHERE region_id = ? AND id = ?")
                .param(appointment.kind().name())
                .param(Timestamp.from(appointment.startsAt()))
                .param(appointment.minutes())
                .param(text(appointment.place()))
                .param(Timestamp.from(clock.instant()))
                .param(actor.regionId())
                .param(appointmentId)
                .update();
        jdbc.sql("DELETE FROM appointment_guest WHERE region_id = ? AND appointment_id = ?")
                .params(actor.regionId(), appointmentId)
                .update();
        invite(actor.regionId(), appointmentId, roles);
    }

    /**
     * Cancels an appointment: it stays in everybody's agenda, as cancelled.
     *
     * @throws AppointmentNotFound as {@link #change}
     */
    public void cancel(Actor actor, long appointmentId) {
        find(actor, appointmentId);
        jdbc.sql("UPDATE appointment SET cancelled_at = :now, changed_at = :now, revision = revision + 1"
                        + " WHERE region_id = :region AND id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("region", actor.regionId())
                .param("id", appointmentId)
                .update();
    }

    List<Line> lines(Actor actor, LocalDate from, LocalDate until) {
        return read(
                actor,
                " AND a.starts_at >= :from AND a.starts_at < :until",
                Map.of("from", midnight(from), "until", midnight(until)));
    }

    List<TaskSummary> tasks(Actor actor, LocalDate from, LocalDate until) {
        if (!actor.may(Right.WORK)) {
            return List.of();
        }
        var start = new TaskPosition(from.atStartOfDay(PlatformClock.ZONE).toInstant(), 0);
        var end = until.atStartOfDay(PlatformClock.ZONE).toInstant();
        return tasks.list(actor, TaskFilter.ALL, start, MOST_TASKS).tasks().stream()
                .filter(task -> task.dueAt() != null && task.dueAt().isBefore(end))
                .toList();
    }

    Map<LocalDate, List<ContactDue>> contacts(Actor actor, LocalDate from, LocalDate until, LocalDate today) {
        return contacts.dueBefore(actor, until, false, MOST_CONTACTS).stream()
                .collect(Collectors.groupingBy(each ->
                        each.standing().isLate(today) ? today : each.standing().dueOn()))
                .entrySet()
                .stream()
                .filter(entry ->
                        !entry.getKey().isBefore(from) && entry.getKey().isBefore(until))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<LocalDate, List<String>> anchors(long regionId) {
        return regions.calendar(regionId).stream()
                .flatMap(year -> year.anchors().entrySet().stream())
                .distinct()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private Appointment find(Actor actor, long appointmentId) {
        return read(actor, " AND a.id = :id AND a.cancelled_at IS NULL", Map.of("id", appointmentId)).stream()
                .map(Line::appointment)
                .findFirst()
                .orElseThrow(() -> new AppointmentNotFound(appointmentId));
    }

    private List<Line> read(Actor actor, String narrowing, Map<String, Object> narrowedBy) {
        var parameters = new HashMap<>(narrowedBy);
        parameters.put("region", actor.regionId());
        parameters.put("account", actor.accountId());
        parameters.put("persons", actor.persons());
        parameters.put("held", held(actor));
        var found = jdbc.sql(MINE + narrowing + " ORDER BY a.starts_at, a.id LIMIT " + MOST_APPOINTMENTS)
                .params(parameters)
                .query((rs, n) -> new Line(
                        new Appointment(
                                rs.getLong("id"),
                                rs.getLong("transfer_id"),
                                rs.getString("first_name"),
                                rs.getString("last_name"),
                                AppointmentKind.valueOf(rs.getString("kind")),
                                rs.getTimestamp("starts_at").toInstant(),
                                rs.getInt("minutes"),
                                rs.getString("place"),
                                roles(rs.getString("roles")),
                                rs.getBoolean("cancelled")),
                        rs.getString("feed_uid"),
                        rs.getTimestamp("changed_at").toInstant(),
                        rs.getInt("revision")))
                .list();
        if (found.isEmpty()) {
            return List.of();
        }
        var visible = participants.visible(
                actor,
                found.stream()
                        .map(line -> line.appointment.transferId())
                        .distinct()
                        .toList());
        return found.stream()
                .filter(line -> visible.contains(line.appointment.transferId()))
                .toList();
    }

    private Set<String> checked(Actor actor, long transferId, NewAppointment appointment) {
        if (appointment.kind() == null) {
            throw new AgendaRefused("kind", "Kies wat voor afspraak het is.");
        }
        if (appointment.startsAt() == null) {
            throw new AgendaRefused("startsAt", "Vul in wanneer de afspraak begint.");
        }
        if (!appointment.startsAt().isAfter(clock.instant())) {
            throw new AgendaRefused("startsAt", "Dit tijdstip is al geweest. Kies een tijdstip dat nog komt.");
        }
        if (appointment.startsAt().isAfter(clock.instant().plus(2 * 366, ChronoUnit.DAYS))) {
            throw new AgendaRefused("startsAt", "Dit is te ver vooruit. Kies een datum binnen twee jaar.");
        }
        if (appointment.minutes() < 5 || appointment.minutes() > MOST_MINUTES) {
            throw new AgendaRefused("minutes", "Vul bij de duur een getal van 5 tot en met 720 minuten in.");
        }
        if (appointment.place() != null && appointment.place().length() > LONGEST_PLACE) {
            throw new AgendaRefused("place", "De plaats is te lang. Maak er hoogstens 200 tekens van.");
        }
        var around = participants.of(actor.regionId(), transferId).stream()
                .map(Participant::roleCode)
                .collect(Collectors.toSet());
        var roles = new LinkedHashSet<>(participants.rolesOf(actor, transferId));
        roles.addAll(appointment.roleCodes());
        if (!around.containsAll(roles)) {
            throw new AgendaRefused("roleCodes", "Kies alleen mensen die bij deze jongere betrokken zijn.");
        }
        if (roles.isEmpty()) {
            throw new AgendaRefused("roleCodes", "Kies wie er bij de afspraak is.");
        }
        return roles;
    }

    private void invite(long regionId, long appointmentId, Collection<String> roles) {
        roles.forEach(role -> jdbc.sql(
                        "INSERT INTO appointment_guest (region_id, appointment_id, role_code) VALUES (?, ?, ?)")
                .params(regionId, appointmentId, role)
                .update());
    }

    private LocalDate today() {
        return PlatformClock.today(clock);
    }

    private static List<String> held(Actor actor) {
        var held = new ArrayList<String>();
        held.add("");
        actor.memberships()
                .forEach(membership -> held.add(
                        membership.organisationId() + ":" + membership.role().code()));
        return held;
    }

    private static Set<String> roles(String joined) {
        return joined == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(joined.split(",")));
    }

    private static String text(String place) {
        return place == null || place.isBlank() ? null : place.strip();
    }

    private static Timestamp midnight(LocalDate date) {
        return Timestamp.from(date.atStartOfDay(PlatformClock.ZONE).toInstant());
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, PlatformClock.ZONE);
    }

    /** An appointment with what a calendar programme wants to know of it. */
    record Line(Appointment appointment, String uid, Instant changedAt, int revision) {}
}
