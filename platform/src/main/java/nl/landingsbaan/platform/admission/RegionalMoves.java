package nl.landingsbaan.platform.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.consent.Consents;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Colleague;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Organisation;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Arrival;
import nl.landingsbaan.platform.transfer.Arrivals;
import nl.landingsbaan.platform.transfer.CarriedValue;
import nl.landingsbaan.platform.transfer.CarriedValues;
import nl.landingsbaan.platform.transfer.DossierHeading;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.KnownYoungPeople;
import nl.landingsbaan.platform.transfer.KnownYoungPerson;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.ReferralForm;
import nl.landingsbaan.platform.transfer.ReferralImpossible;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.platform.vault.Place;
import nl.landingsbaan.platform.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A move to another region: handed over with consent, taken over or refused. The two regions never refer to each other's rows; what goes
 * along travels sealed, and is gone as soon as it is answered. The sender's transfer goes on until the sender reports its end.
 */
@Service
public class RegionalMoves {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl"));
    private static final Duration ANSWER_WITHIN = Duration.ofDays(60);
    private static final int LONGEST = 1000;
    private static final int AT_ONCE = 100;
    private static final String PACKAGE = "verhuizing";
    static final String ANSWER = "verhuizing/antwoord";

    private final JdbcClient jdbc;
    private final Transfers transfers;
    private final Arrivals arrivals;
    private final Participants participants;
    private final CarriedValues carriedValues;
    private final Consents consents;
    private final Regions regions;
    private final People people;
    private final KnownYoungPeople known;
    private final Vault vault;
    private final AuditLog audit;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegionalMoves(
            JdbcClient jdbc,
            Transfers transfers,
            Arrivals arrivals,
            Participants participants,
            CarriedValues carriedValues,
            Consents consents,
            Regions regions,
            People people,
            KnownYoungPeople known,
            Vault vault,
            AuditLog audit,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transfers = transfers;
        this.arrivals = arrivals;
        this.participants = participants;
        this.carriedValues = carriedValues;
        this.consents = consents;
        this.regions = regions;
        this.people = people;
        this.known = known;
        this.vault = vault;
        this.audit = audit;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the actor may send this young person to another region: who coordinates for an organisation that takes part. */
    @Transactional(readOnly = true)
    public boolean maySend(Actor actor, long transferId) {
        return participants.viewer(actor, transferId).coordinates();
    }

    /**
     * What the actor can send along.
     *
     * @throws TransferNotFound when the actor may not send this young person
     */
    @Transactional
    public MoveDraft draft(Actor actor, long transferId) {
        var heading = sendable(actor, transferId);
        return new MoveDraft(
                regions.all().stream()
                        .filter(region -> region.id() != actor.regionId())
                        .toList(),
                values(actor, transferId).stream()
                        .collect(Collectors.groupingBy(CarriedValue::category, TreeMap::new, Collectors.toList())),
                consents.of(actor.regionId(), 0, heading.birthDate()).needed());
    }

    /**
     * Offers a young person to another region.
     *
     * @throws FormRefused when something is missing or wrong; keys as in {@link MoveRequest}
     * @throws TransferNotFound as {@link #draft}
     */
    @Transactional
    public long send(Actor actor, long transferId, MoveRequest request) {
        var draft = draft(actor, transferId);
        lock(actor, transferId);
        var errors = errors(draft, request);
        if (sent(actor, transferId).stream().anyMatch(move -> move.state() == MoveState.SENT)) {
            errors.put(MoveRequest.REGION, "Er loopt al een verhuizing. Wacht op antwoord, of trek die eerst in.");
        }
        if (!errors.isEmpty()) {
            throw new FormRefused(errors);
        }
        var heading = sendable(actor, transferId);
        var summary = heading.summary();
        var id = jdbc.sql("SELECT NEXT VALUE FOR regional_move_seq")
                .query(Long.class)
                .single();
        var carried = values(actor, transferId).stream()
                .filter(value -> request.categories().contains(value.category()))
                .toList();
        var going = new Package(
                summary.firstName(),
                summary.lastName(),
                heading.birthDate(),
                request.reason().strip(),
                request.present(),
                request.absence(),
                carried);
        jdbc.sql("INSERT INTO regional_move (id, from_region_id, to_region_id, from_transfer, state, school_kind,"
                        + " school_year, age, categories, signatories, manner, given_on, package, sent_by, sent_at)"
                        + " VALUES (?, ?, ?, ?, 'SENT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        actor.regionId(),
                        request.toRegion(),
                        transferId,
                        originKind(actor, summary.originName()).name(),
                        summary.schoolYear(),
                        age(heading),
                        carried.stream()
                                .map(value -> value.category().name())
                                .distinct()
                                .collect(Collectors.joining(",")),
                        request.signatories().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                        request.manner().name(),
                        java.sql.Date.valueOf(request.givenOn()),
                        vault.seal(new Place(request.toRegion(), id, PACKAGE), json.writeValueAsString(going)),
                        actor.accountId(),
                        Timestamp.from(clock.instant()))
                .update();
        record(actor, AuditAction.MOVE_SENT, transferId);
        events.publishEvent(new MoveArrived(request.toRegion(), id));
        return id;
    }

    /** Takes a move back that was not answered yet; what went along is gone. */
    @Transactional
    public void recall(Actor actor, long moveId) {
        var transferId = jdbc.sql("SELECT from_transfer FROM regional_move WHERE id = ? AND from_region_id = ?")
                .params(moveId, actor.regionId())
                .query(Long.class)
                .optional()
                .filter(id -> maySend(actor, id))
                .orElseThrow(() -> new MoveNotFound(moveId));
        close(moveId, MoveState.RECALLED);
        record(actor, AuditAction.MOVE_RECALLED, transferId);
    }

    /** The moves of this transfer, newest first; empty for who may not send it. */
    @Transactional(readOnly = true)
    public List<SentMove> sent(Actor actor, long transferId) {
        if (!maySend(actor, transferId)) {
            return List.of();
        }
        return jdbc.sql("SELECT id, to_region_id, state, sent_at, answered_at, answer FROM regional_move"
                        + " WHERE from_region_id = ? AND from_transfer = ? ORDER BY sent_at DESC")
                .params(actor.regionId(), transferId)
                .query((rs, n) -> sent(actor.regionId(), rs))
                .list();
    }

    /** Who wants to come to this region, oldest first; for who coordinates the programme. */
    @Transactional(readOnly = true)
    public List<IncomingMove> incoming(Actor actor) {
        if (!receives(actor)) {
            return List.of();
        }
        return jdbc.sql("SELECT id, from_region_id, school_kind, school_year, age, categories, sent_at"
                        + " FROM regional_move WHERE to_region_id = ? AND state = 'SENT' ORDER BY sent_at")
                .param(actor.regionId())
                .query((rs, n) -> incoming(rs))
                .list();
    }

    /**
     * What this region's route asks of who comes; what goes along fills in what is left open.
     *
     * @throws MoveNotFound when it is not there for this actor, or no longer
     */
    @Transactional(readOnly = true)
    public ReferralForm arrivalForm(Actor actor, long moveId) {
        open(actor, moveId);
        return arrivals.form(actor);
    }

    /**
     * Who of this region this may be. It is asked by who is about to take over, because it says who comes; when it does, that is put on
     * record.
     *
     * @throws MoveNotFound as {@link #arrivalForm}
     */
    @Transactional
    public List<KnownYoungPerson> known(Actor actor, long moveId) {
        var going = open(actor, moveId);
        var alike = known.like(
                actor,
                new Referral(going.firstName(), going.lastName(), going.birthDate(), 0, Map.of()),
                arrivals.form(actor).schoolYear());
        if (alike.stream().anyMatch(KnownYoungPerson::visible)) {
            record(actor, AuditAction.MOVE_COMPARED, null);
        }
        return alike;
    }

    /** Who answers moves to this region: whoever coordinates for its programme. */
    @Transactional(readOnly = true)
    public Set<Long> receivers(long regionId) {
        var programmes = regions.organisations(regionId).stream()
                .filter(organisation -> organisation.kind() == OrganisationKind.PROGRAMMA)
                .map(Organisation::id)
                .toList();
        var roles = regions.roles(regionId);
        return people.workingAt(regionId, programmes).stream()
                .filter(colleague -> roles.get(colleague.roleCode()).rights().contains(Right.COORDINATE))
                .map(Colleague::accountId)
                .collect(Collectors.toSet());
    }

    /**
     * Takes a young person over: a new dossier with what went along, and nothing else.
     *
     * @param organisationId the school of this region where the young person goes
     * @param answers what the actor fills in of this region's form
     * @param knownAs the young person of this region who this is, as {@link #known} gave it; null: somebody new
     * @throws FormRefused when the route needs more than went along; the move is still open then
     * @throws MoveNotFound as {@link #arrivalForm}
     * @throws ReferralImpossible when who is known already has a running transfer to the same school year
     */
    @Transactional
    public Arrival takeOver(Actor actor, long moveId, long organisationId, Map<String, Object> answers, Long knownAs) {
        var going = open(actor, moveId);
        close(moveId, MoveState.TAKEN_OVER);
        var arrival = arrivals.arrive(
                actor,
                new Referral(going.firstName(), going.lastName(), going.birthDate(), organisationId, answers, knownAs),
                going.values(),
                "Overgedragen uit een andere regio op " + today().format(DATE));
        jdbc.sql("UPDATE regional_move SET to_transfer = ? WHERE id = ?")
                .params(arrival.transferId(), moveId)
                .update();
        record(actor, AuditAction.MOVE_TAKEN_OVER, arrival.transferId());
        tellSender(moveId);
        return arrival;
    }

    /**
     * Sends a young person back, with the reason; what went along is gone.
     *
     * @throws FormRefused without a reason
     * @throws MoveNotFound as {@link #arrivalForm}
     */
    @Transactional
    public void refuse(Actor actor, long moveId, String reason) {
        open(actor, moveId);
        var errors = new LinkedHashMap<String, String>();
        checkText(errors, MoveRequest.REASON, reason, "Schrijf op waarom u deze jongere niet overneemt.");
        if (!errors.isEmpty()) {
            throw new FormRefused(errors);
        }
        close(moveId, MoveState.REFUSED);
        var sender = jdbc.sql("SELECT from_region_id FROM regional_move WHERE id = ?")
                .param(moveId)
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE regional_move SET answer = ? WHERE id = ?")
                .params(vault.seal(new Place(sender, moveId, ANSWER), reason.strip()), moveId)
                .update();
        record(actor, AuditAction.MOVE_REFUSED, null);
        tellSender(moveId);
    }

    /** What nobody answers does not stay lying. */
    @Scheduled(fixedDelay = 3_600_000)
    @Transactional
    public void expire() {
        jdbc.sql("SELECT id FROM regional_move WHERE state = 'SENT' AND sent_at < ? ORDER BY id LIMIT " + AT_ONCE
                        + " FOR UPDATE SKIP LOCKED")
                .param(Timestamp.from(clock.instant().minus(ANSWER_WITHIN)))
                .query(Long.class)
                .list()
                .forEach(moveId -> {
                    close(moveId, MoveState.EXPIRED);
                    tellSender(moveId);
                });
    }

    /** Whoever sends at the same time waits, and sees this move then. */
    private void lock(Actor actor, long transferId) {
        jdbc.sql("SELECT id FROM transfer WHERE region_id = ? AND id = ? FOR UPDATE")
                .params(actor.regionId(), transferId)
                .query(Long.class)
                .single();
    }

    private void tellSender(long moveId) {
        events.publishEvent(jdbc.sql(
                        "SELECT from_region_id, from_transfer, sent_by, state FROM regional_move WHERE id = ?")
                .param(moveId)
                .query((rs, n) -> new MoveAnswered(
                        rs.getLong(1), rs.getLong(2), moveId, rs.getLong(3), MoveState.valueOf(rs.getString(4))))
                .single());
    }

    private void close(long moveId, MoveState state) {
        var closed = jdbc.sql("UPDATE regional_move SET state = ?, package = NULL, answered_at = ?"
                        + " WHERE id = ? AND state = 'SENT'")
                .params(state.name(), Timestamp.from(clock.instant()), moveId)
                .update();
        if (closed == 0) {
            throw new MoveNotFound(moveId);
        }
    }

    private Package open(Actor actor, long moveId) {
        if (!receives(actor)) {
            throw new MoveNotFound(moveId);
        }
        return jdbc.sql("SELECT package FROM regional_move WHERE id = ? AND to_region_id = ? AND state = 'SENT'")
                .params(moveId, actor.regionId())
                .query(String.class)
                .optional()
                .map(row -> vault.open(new Place(actor.regionId(), moveId, PACKAGE), row))
                .map(text -> json.readValue(text, Package.class))
                .orElseThrow(() -> new MoveNotFound(moveId));
    }

    private boolean receives(Actor actor) {
        return actor.memberships().stream()
                .anyMatch(membership -> membership.role().rights().contains(Right.COORDINATE)
                        && regions.organisation(actor.regionId(), membership.organisationId())
                                        .orElseThrow()
                                        .kind()
                                == OrganisationKind.PROGRAMMA);
    }

    private DossierHeading sendable(Actor actor, long transferId) {
        var heading = transfers.heading(actor, transferId);
        if (!maySend(actor, transferId)) {
            throw new TransferNotFound(transferId);
        }
        return heading;
    }

    private List<CarriedValue> values(Actor actor, long transferId) {
        return carriedValues.carriable(transfers.find(actor, transferId), participants.viewer(actor, transferId));
    }

    private Map<String, String> errors(MoveDraft draft, MoveRequest request) {
        var errors = new LinkedHashMap<String, String>();
        if (request.toRegion() == null
                || draft.destinations().stream().noneMatch(region -> region.id() == request.toRegion())) {
            errors.put(MoveRequest.REGION, "Kies naar welke regio de jongere verhuist.");
        }
        checkText(errors, MoveRequest.REASON, request.reason(), "Schrijf op waarom de jongere verhuist.");
        if (!request.signatories().containsAll(draft.needed())) {
            errors.put(
                    MoveRequest.SIGNATORIES,
                    "Zonder toestemming gaat er niets naar een andere regio. Vraag toestemming aan "
                            + draft.needed().stream()
                                    .map(each -> switch (each) {
                                        case JONGERE -> "de jongere";
                                        case OUDERS -> "de ouders";
                                    })
                                    .collect(Collectors.joining(" en "))
                            + ".");
        }
        if (request.manner() == null) {
            errors.put(MoveRequest.MANNER, "Kies hoe dit is besproken.");
        }
        if (request.givenOn() == null || request.givenOn().isAfter(today())) {
            errors.put(MoveRequest.GIVEN_ON, "Vul de dag in waarop dit is besproken: vandaag of eerder.");
        }
        if (!request.present()) {
            checkText(errors, MoveRequest.ABSENCE, request.absence(), "Schrijf op waarom de jongere er niet bij was.");
        }
        return errors;
    }

    private static void checkText(Map<String, String> errors, String key, String text, String missing) {
        if (text == null || text.isBlank()) {
            errors.put(key, missing);
        } else if (text.length() > LONGEST) {
            errors.put(key, "Deze tekst is te lang. Gebruik hoogstens " + LONGEST + " tekens.");
        }
    }

    private void record(Actor actor, AuditAction action, Long transferId) {
        audit.record(actor.regionId(), actor.accountId(), action, AuditSubject.TRANSFER, transferId);
    }

    private OrganisationKind originKind(Actor actor, String originName) {
        return regions.organisations(actor.regionId()).stream()
                .filter(organisation -> organisation.name().equals(originName))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private int age(DossierHeading heading) {
        return Period.between(heading.birthDate(), today()).getYears();
    }

    private LocalDate today() {
        return PlatformClock.today(clock);
    }

    private SentMove sent(long regionId, ResultSet rs) throws SQLException {
        var answered = rs.getTimestamp("answered_at");
        var answer = rs.getString("answer");
        return new SentMove(
                rs.getLong("id"),
                regions.region(rs.getLong("to_region_id")).name(),
                MoveState.valueOf(rs.getString("state")),
                rs.getTimestamp("sent_at").toInstant(),
                answered == null ? null : answered.toInstant(),
                answer == null ? null : vault.open(new Place(regionId, rs.getLong("id"), ANSWER), answer));
    }

    private IncomingMove incoming(ResultSet rs) throws SQLException {
        Set<Category> categories = Arrays.stream(rs.getString("categories").split(","))
                .filter(name -> !name.isEmpty())
                .map(Category::valueOf)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        return new IncomingMove(
                rs.getLong("id"),
                regions.region(rs.getLong("from_region_id")).name(),
                OrganisationKind.valueOf(rs.getString("school_kind")),
                rs.getString("school_year"),
                rs.getInt("age"),
                categories,
                rs.getTimestamp("sent_at").toInstant());
    }

    /** What goes along: only ever sealed, and only while the move is open. */
    private record Package(
            String firstName,
            String lastName,
            LocalDate birthDate,
            String reason,
            boolean present,
            String absence,
            List<CarriedValue> values) {}
}
