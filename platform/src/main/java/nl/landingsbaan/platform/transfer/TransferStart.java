package nl.landingsbaan.platform.transfer;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes down that the transfer of one young person starts. Whoever asks for it says when the engine hears of it. */
@Component
class TransferStart {

    static final String NOT_YOUR_SCHOOL = "Kies de school waarvoor u deze jongere aanmeldt.";

    private final TransferRepository transfers;
    private final Subjects subjects;
    private final YoungPersonRepository youngPeople;
    private final NameIndex names;
    private final KnownYoungPeople known;
    private final Participants participants;
    private final Answers answers;
    private final RouteInput input;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    TransferStart(
            TransferRepository transfers,
            Subjects subjects,
            YoungPersonRepository youngPeople,
            NameIndex names,
            KnownYoungPeople known,
            Participants participants,
            Answers answers,
            RouteInput input,
            AuditLog audit,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.transfers = transfers;
        this.subjects = subjects;
        this.youngPeople = youngPeople;
        this.names = names;
        this.known = known;
        this.participants = participants;
        this.answers = answers;
        this.input = input;
        this.audit = audit;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Starts one transfer.
     *
     * @throws FormRefused when something is missing or wrong
     * @throws ReferralImpossible when who is known already is not found, or has a running transfer to the same school year
     */
    Started begin(Entrance entrance, Referral referral) {
        var actor = entrance.actor();
        var regionId = actor.regionId();
        ReferralCheck.check(referral, PlatformClock.today(clock));
        var school = entrance.schools().stream()
                .filter(membership -> membership.organisationId() == referral.organisationId())
                .findFirst()
                .orElseThrow(() -> new FormRefused(Map.of(Referral.ORGANISATION, NOT_YOUR_SCHOOL)));
        var given =
                input.variables(regionId, entrance.year(), entrance.version().id(), referral.birthDate());
        var transfer =
                Transfers.key(save(entrance, referral, json.writeValueAsString(given.get(EngineVocabulary.ANCHORS))));
        participants.begin(transfer, entrance.referrerId(), school);
        var variables = new LinkedHashMap<String, Object>();
        variables.put("transfer", Long.toString(transfer.id()));
        variables.putAll(
                input.variables(regionId, entrance.year(), entrance.version().id(), referral.birthDate()));
        var source = new Source(actor.accountId(), referral.organisationId());
        variables.putAll(answers.record(transfer, entrance.form(), null, referral.answers(), source));
        audit.record(regionId, actor.accountId(), AuditAction.TRANSFER_STARTED, AuditSubject.TRANSFER, transfer.id());
        return new Started(
                transfer,
                new TransferStarted(regionId, transfer.id(), entrance.version().id(), variables));
    }

    /** Lets a started transfer be counted. */
    void count(Started started) {
        var transfer = started.transfer();
        events.publishEvent(new TransferReferred(transfer.regionId(), transfer.id(), transfer.schoolYear()));
    }

    private TransferRow save(Entrance entrance, Referral referral, String anchors) {
        var row = new TransferRow();
        row.regionId = entrance.actor().regionId();
        row.youngPersonId = referral.knownAs() == null ? created(row.regionId, referral) : known(entrance, referral);
        row.routeVersionId = entrance.version().id();
        row.schoolYear = entrance.year().code();
        row.originId = referral.organisationId();
        row.startedAt = clock.instant();
        row.anchors = anchors;
        transfers.save(row);
        subjects.add(row.regionId, row.id, Subjects.Kind.TRANSFER);
        transfers.flush(); // what listeners count refers to it
        return row;
    }

    private long created(long regionId, Referral referral) {
        var youngPerson = new YoungPersonRow();
        youngPerson.regionId = regionId;
        youngPerson.firstName = referral.firstName().strip();
        youngPerson.lastName = referral.lastName().strip();
        youngPerson.birthDate = referral.birthDate();
        youngPeople.saveAndFlush(youngPerson); // the pieces of the name refer to it
        names.put(youngPerson);
        return youngPerson.id;
    }

    /** Of two who refer the same young person at the same time, the second finds the first one's transfer. */
    private long known(Entrance entrance, Referral referral) {
        youngPeople.lock(entrance.actor().regionId(), referral.knownAs());
        var match = known.like(entrance.actor(), referral, entrance.year().code()).stream()
                .filter(each -> referral.knownAs().equals(each.id()))
                .findFirst()
                .orElseThrow(
                        () -> new ReferralImpossible(
                                "Deze jongere is niet gevonden bij de naam en de geboortedatum. Kijk ze na, of vraag de coördinator."));
        if (match.running()) {
            throw new ReferralImpossible("Voor deze jongere loopt al een overstap naar schooljaar "
                    + entrance.year().code() + ". Ga daar verder, of vraag de coördinator u erbij te zetten.");
        }
        return match.id();
    }

    /** A transfer that started, and what the engine must hear of it. */
    record Started(TransferKey transfer, TransferStarted event) {}
}
