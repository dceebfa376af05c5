package nl.landingsbaan.platform.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Coordination;
import nl.landingsbaan.platform.people.DataSubject;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.YoungPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What young people and parents ask about their data. Recorded by whoever coordinates for the school of origin or for the programme;
 * for everybody else there is nothing here.
 */
@Service
@Transactional
public class Requests {

    /** As long as this whoever recorded the request can fetch the file. */
    public static final Duration DOWNLOADABLE = Duration.ofDays(7);

    private static final int MAX_CHECK = 300;
    private static final int MAX_TEXT = 500;

    private final RequestStore store;
    private final YoungPeople youngPeople;
    private final Coordination coordination;
    private final Held held;
    private final ExportWriter writer;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(
            RequestStore store,
            YoungPeople youngPeople,
            Coordination coordination,
            Held held,
            ExportWriter writer,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.youngPeople = youngPeople;
        this.coordination = coordination;
        this.held = held;
        this.writer = writer;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether requests about this young person are for the actor. */
    @Transactional(readOnly = true)
    public boolean isFor(Actor actor, long transferId) {
        var subject = youngPeople.behind(actor.regionId(), transferId);
        return youngPeople.origins(subject).stream().anyMatch(origin -> coordination.covers(actor, origin));
    }

    /** The requests that the actor may know of, newest first; without names for a regiobeheerder. */
    @Transactional(readOnly = true)
    public List<PrivacyRequest> all(Actor actor) {
        return store.all(actor);
    }

    /**
     * The requests about one young person, newest first.
     *
     * @throws TransferNotFound when this is not for the actor
     */
    @Transactional(readOnly = true)
    public List<PrivacyRequest> of(Actor actor, long transferId) {
        return store.of(actor, subject(actor, transferId));
    }

    /** When and how the young person stands in the dossier, to correct it. */
    @Transactional(readOnly = true)
    public Identity identity(Actor actor, long transferId) {
        var subject = subject(actor, transferId);
        return new Identity(
                subject.firstName(),
                subject.lastName(),
                youngPeople.birthDate(subject.regionId(), subject.youngPersonId()));
    }

    /**
     * Records that everything is asked for; {@link #file} gives it.
     *
     * @param identityCheck how it was made sure that the asker is who they say
     * @return the number of the request
     * @throws RequestRefused when something is missing
     */
    public long askAccess(Actor actor, long transferId, AskedBy askedBy, String identityCheck) {
        var subject = subject(actor, transferId);
        checkAsker(askedBy);
        var check = text("identiteit", identityCheck, MAX_CHECK, "Vul in hoe u de identiteit hebt vastgesteld.");
        return add(actor, transferId, RequestKind.ACCESS, RequestState.DONE, subject, askedBy, check, null);
    }

    /**
     * Everything about the young person, made anew each time and kept nowhere. That it was made is on record.
     *
     * @throws RequestNotFound unless the actor recorded the request, less than {@link #DOWNLOADABLE} ago
     */
    public ExportFile file(Actor actor, long number) {
        var request = store.find(actor, number);
        if (request.kind() != RequestKind.ACCESS
                || !request.own()
                || request.transferId() == null
                || request.requestedAt().plus(DOWNLOADABLE).isBefore(clock.instant())) {
            throw new RequestNotFound(number);
        }
        var subject = subject(actor, request.transferId());
        audit.record(
                actor.regionId(),
                actor.accountId(),
                AuditAction.DATA_EXPORTED,
                AuditSubject.TRANSFER,
                request.transferId());
        return writer.write(number, clock.instant(), held.read(subject));
    }

    /** Records that a correction is asked for. */
    public long askCorrection(Actor actor, long transferId, AskedBy askedBy, String what) {
        var subject = subject(actor, transferId);
        checkAsker(askedBy);
        var asked = text("wat", what, MAX_TEXT, "Schrijf op wat er niet klopt en wat het moet zijn.");
        return add(actor, transferId, RequestKind.CORRECTION, RequestState.ASKED, subject, askedBy, null, asked);
    }

    /**
     * Says what became of a correction that was asked for.
     *
     * @throws RequestRefused when it was closed before, or there is no answer
     */
    public void closeCorrection(Actor actor, long number, boolean done, String answer) {
        var request = store.find(actor, number);
        if (request.transferId() == null) {
            throw new RequestNotFound(number);
        }
        var given = text("antwoord", answer, MAX_TEXT, "Schrijf op wat u hebt gedaan, of waarom niet.");
        var closed = jdbc.sql(
                        "UPDATE privacy_request SET state = ?, answer = ?, decided_by = ?, decided_at = ?, done_at = ?"
                                + " WHERE region_id = ? AND id = ? AND kind = 'CORRECTION' AND state = 'ASKED'")
                .params(
                        (done ? RequestState.DONE : RequestState.REFUSED).name(),
                        given,
                        actor.accountId(),
                        store.now(),
                        store.now(),
                        actor.regionId(),
                        number)
                .update();
        if (closed == 0) {
            throw new RequestRefused(null, "Dit verzoek is al afgehandeld. Kijk in de lijst wat ermee is gedaan.");
        }
    }

    /**
     * Corrects name or birth date on request; what was there stays as earlier.
     *
     * @throws FormRefused when a value or the reason is missing or wrong
     * @throws RequestRefused when it is not said who asked
     */
    public void correctIdentity(Actor actor, long transferId, Identity corrected, AskedBy askedBy, String reason) {
        var subject = subject(actor, transferId);
        checkAsker(askedBy);
        youngPeople.correct(
                subject.regionId(),
                subject.youngPersonId(),
                corrected.firstName(),
                corrected.lastName(),
                corrected.birthDate(),
                reason,
                actor.accountId());
        add(actor, transferId, RequestKind.CORRECTION, RequestState.DONE, subject, askedBy, null, reason.strip());
        audit.record(
                actor.regionId(), actor.accountId(), AuditAction.IDENTITY_CORRECTED, AuditSubject.TRANSFER, transferId);
    }

    private long add(
            Actor actor,
            long transferId,
            RequestKind kind,
            RequestState state,
            DataSubject subject,
            AskedBy askedBy,
            String check,
            String what) {
        audit.record(
                actor.regionId(), actor.accountId(), AuditAction.PRIVACY_REQUESTED, AuditSubject.TRANSFER, transferId);
        return store.add(actor, kind, state, subject, youngPeople.schoolYear(subject), askedBy, check, what, null);
    }

    DataSubject subject(Actor actor, long transferId) {
        if (!isFor(actor, transferId)) {
            audit.recordRefusal(
                    actor.regionId(),
                    actor.accountId(),
                    AuditAction.PRIVACY_REFUSED,
                    AuditSubject.TRANSFER,
                    transferId);
            throw new TransferNotFound(transferId);
        }
        return youngPeople.behind(actor.regionId(), transferId);
    }

    static void checkAsker(AskedBy askedBy) {
        if (askedBy == null) {
            throw new RequestRefused("wie", "Kies wie dit vraagt.");
        }
    }

    static String text(String field, String text, int longest, String missing) {
        if (text == null || text.isBlank()) {
            throw new RequestRefused(field, missing);
        }
        if (text.strip().length() > longest) {
            throw new RequestRefused(field, "Dit is te lang. Gebruik hoogstens " + longest + " tekens.");
        }
        return text.strip();
    }

    /** Who somebody is. */
    public record Identity(String firstName, String lastName, LocalDate birthDate) {}
}
