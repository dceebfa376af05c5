package nl.landingsbaan.platform.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.consent.ConsentChanged;
import nl.landingsbaan.platform.consent.ConsentLine;
import nl.landingsbaan.platform.consent.Consents;
import nl.landingsbaan.platform.consent.Decision;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Receiver;
import nl.landingsbaan.platform.consent.Shared;
import nl.landingsbaan.platform.consent.Shares;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.Sharing;
import nl.landingsbaan.platform.transfer.SharingOverview.CategorySeen;
import nl.landingsbaan.platform.transfer.SharingOverview.Choice;
import nl.landingsbaan.platform.transfer.SharingOverview.Line;
import nl.landingsbaan.platform.transfer.SharingOverview.ReceiverSees;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who can see what of a dossier, and what is decided about it. Only who takes part for the school that referred and may refer or
 * coordinate there, or coordinates for the programme, records decisions: a receiver never gives itself anything.
 */
@Service
@Transactional
public class DossierSharing {

    private final Transfers transfers;
    private final TransferRepository rows;
    private final YoungPersonRepository youngPeople;
    private final Participants participants;
    private final DossierValues dossierValues;
    private final Consents consents;
    private final Regions regions;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    DossierSharing(
            Transfers transfers,
            TransferRepository rows,
            YoungPersonRepository youngPeople,
            Participants participants,
            DossierValues dossierValues,
            Consents consents,
            Regions regions,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.transfers = transfers;
        this.rows = rows;
        this.youngPeople = youngPeople;
        this.participants = participants;
        this.dossierValues = dossierValues;
        this.consents = consents;
        this.regions = regions;
        this.people = people;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Who can see what, and why.
     *
     * @throws TransferNotFound when the dossier is not there for this actor
     */
    @Transactional(readOnly = true)
    public SharingOverview overview(Actor actor, long transferId) {
        var transfer = transfers.find(actor, transferId);
        var row = row(transfer);
        var youngPerson = youngPerson(row);
        var sharing = regions.region(transfer.regionId()).settings().sharing();
        var shares = consents.of(transfer.regionId(), youngPerson.id, youngPerson.birthDate);
        var mayDecide = mayDecide(actor, row);
        var history = consents.history(transfer.regionId(), youngPerson.id);
        var roles = roles(transfer);
        var sources = dossierValues.sources(transfer);
        var viewer = participants.viewer(actor, transferId);
        var receivers = Stream.of(
                        roles.keySet().stream().map(Receiver::organisation),
                        history.stream().map(ConsentLine::receiver).filter(receiver -> !receiver.isParents()),
                        Stream.of(Receiver.PARENTS))
                .flatMap(each -> each)
                .distinct()
                .filter(receiver -> mayDecide
                        || !receiver.isParents() && viewer.organisationIds().contains(receiver.organisationId()))
                .map(receiver -> sees(row, receiver, roles, sharing, shares, sources))
                .toList();
        return new SharingOverview(
                mayDecide,
                Period.between(youngPerson.birthDate, consents.today()).getYears(),
                shares.needed(),
                shares.isNothingAsked(),
                sharing.validMonths(),
                receivers,
                mayDecide ? choices(transfer.regionId(), roles, sharing) : List.of(),
                sharing.purposes(),
                mayDecide ? lines(transfer.regionId(), history) : List.of());
    }

    /**
     * Whether the actor decides on sharing here, and so may know what is shared with others and why.
     *
     * @throws TransferNotFound when the dossier is not there for this actor
     */
    @Transactional(readOnly = true)
    public boolean mayDecide(Actor actor, long transferId) {
        return mayDecide(actor, row(transfers.find(actor, transferId)));
    }

    /** Whether nobody has decided on sharing yet, and the actor is one of those who can ask. */
    @Transactional(readOnly = true)
    public boolean isToBeAsked(Actor actor, long transferId) {
        var row = row(transfers.find(actor, transferId));
        if (row.endedAt != null || !mayDecide(actor, row)) {
            return false;
        }
        var youngPerson = youngPerson(row);
        return consents.of(row.regionId, youngPerson.id, youngPerson.birthDate).isNothingAsked();
    }

    /**
     * What a receiver sees of a dossier, as far as the actor may see that too: nobody comes to know through somebody else's eyes what
     * is not shared with them.
     *
     * @throws TransferNotFound when the dossier is not there for this actor
     * @throws SharingRefused when the actor may not record decisions, which is put on record
     */
    public SeenAs seenAs(Actor actor, long transferId, Receiver receiver) {
        var row = deciding(actor, transferId);
        var transfer = Transfers.key(row);
        var viewer = receiver.isParents()
                ? Viewer.PARENTS
                : participants.viewerOf(
                        transfer,
                        regions.organisation(row.regionId, receiver.organisationId())
                                .orElseThrow(() -> new TransferNotFound(transferId))
                                .id());
        var seen = dossierValues.visible(transfer, viewer, participants.viewer(actor, transferId));
        var latest = seen.stream().map(FieldValue::latest).collect(Collectors.toSet());
        return new SeenAs(
                name(row.regionId, receiver),
                receiver.isParents() || !viewer.seats().isEmpty(),
                seen,
                dossierValues.visible(transfer, viewer).stream()
                        .filter(value -> !latest.contains(value.latest()))
                        .map(FieldValue::category)
                        .collect(Collectors.toCollection(TreeSet::new)),
                dossierValues.withheld(transfer, viewer));
    }

    /**
     * Records a decision of the young person or the parents. It counts from this moment on.
     *
     * @throws TransferNotFound when the dossier is not there for this actor
     * @throws SharingRefused when the actor may not record decisions, which is put on record
     * @throws nl.landingsbaan.platform.consent.DecisionRefused when something is missing or wrong
     */
    public void record(Actor actor, long transferId, Decision decision) {
        var row = deciding(actor, transferId);
        consents.record(row.regionId, row.youngPersonId, decision, actor.accountId());
        audit.record(row.regionId, actor.accountId(), AuditAction.CONSENT_RECORDED, AuditSubject.TRANSFER, transferId);
    }

    /**
     * Takes consent back, from this moment on. Support goes on.
     *
     * @param categories what is no longer shared
     * @param signatories who takes it back
     * @throws TransferNotFound when the dossier is not there for this actor
     * @throws SharingRefused when the actor may not record decisions, which is put on record
     */
    public void withdraw(
            Actor actor,
            long transferId,
            Receiver receiver,
            Collection<Category> categories,
            Collection<Signatory> signatories) {
        var row = deciding(actor, transferId);
        consents.withdraw(row.regionId, row.youngPersonId, receiver, categories, signatories, actor.accountId());
        audit.record(row.regionId, actor.accountId(), AuditAction.CONSENT_WITHDRAWN, AuditSubject.TRANSFER, transferId);
    }

    /**
     * Takes everything back that is shared with an organisation, and ends its part in this transfer: its people cannot open the dossier
     * any more, and the school that referred takes over its open tasks.
     *
     * @throws TransferNotFound when the dossier is not there for this actor
     * @throws SharingRefused when the actor may not record decisions, which is put on record, or it is the school that referred
     */
    public void endParticipation(Actor actor, long transferId, long organisationId) {
        var row = deciding(actor, transferId);
        if (row.originId == organisationId) {
            throw new SharingRefused("De school die de jongere heeft aangemeld, blijft meedoen.");
        }
        consents.withdraw(
                row.regionId,
                row.youngPersonId,
                Receiver.organisation(organisationId),
                EnumSet.allOf(Category.class),
                EnumSet.allOf(Signatory.class),
                actor.accountId());
        participants.end(Transfers.key(row), organisationId, actor.accountId());
        audit.record(
                row.regionId, actor.accountId(), AuditAction.PARTICIPATION_ENDED, AuditSubject.TRANSFER, transferId);
        events.publishEvent(new DossierChanged(row.regionId, transferId));
    }

    @EventListener
    void changed(ConsentChanged changed) {
        rows.findByRegionIdAndYoungPersonIdOrderByStartedAtDescIdDesc(changed.regionId(), changed.youngPersonId())
                .forEach(row -> events.publishEvent(new DossierChanged(row.regionId, row.id)));
    }

    private TransferRow deciding(Actor actor, long transferId) {
        var row = row(transfers.find(actor, transferId));
        if (!mayDecide(actor, row)) {
            audit.recordRefusal(
                    row.regionId, actor.accountId(), AuditAction.CONSENT_REFUSED, AuditSubject.TRANSFER, transferId);
            throw new SharingRefused(
                    "Toestemming legt de school vast die de jongere heeft aangemeld, of de coördinator van het programma.");
        }
        return row;
    }

    private boolean mayDecide(Actor actor, TransferRow row) {
        return participants.viewer(actor, row.id).seats().stream().anyMatch(seat -> {
            var rights = regions.roles(row.regionId).get(seat.roleCode()).rights();
            var coordinates = rights.contains(Right.COORDINATE);
            return seat.organisationId() == row.originId
                    ? coordinates || rights.contains(Right.REFER)
                    : coordinates && isProgramme(row.regionId, seat.organisationId());
        });
    }

    private boolean isProgramme(long regionId, long organisationId) {
        return regions.organisation(regionId, organisationId)
                .filter(organisation -> organisation.kind() == OrganisationKind.PROGRAMMA)
                .isPresent();
    }

    /** The role codes by organisation, of whoever takes part. */
    private Map<Long, Set<String>> roles(TransferKey transfer) {
        var roles = new LinkedHashMap<Long, Set<String>>();
        participants
                .of(transfer.regionId(), transfer.id())
                .forEach(participant -> roles.computeIfAbsent(participant.organisationId(), id -> new LinkedHashSet<>())
                        .add(participant.roleCode()));
        return roles;
    }

    private ReceiverSees sees(
            TransferRow row,
            Receiver receiver,
            Map<Long, Set<String>> roles,
            Sharing sharing,
            Shares shares,
            Map<Category, Set<Long>> sources) {
        var held = receiver.isParents() ? Set.<String>of() : roles.getOrDefault(receiver.organisationId(), Set.of());
        var purposes = purposes(sharing, held);
        var parentsDecide = receiver.isParents() && shares.needed().equals(Set.of(Signatory.OUDERS));
        var categories = Arrays.stream(Category.values())
                .map(category -> {
                    Shared shared = shares.of(receiver, category, purposes);
                    return new CategorySeen(
                            category,
                            !receiver.isParents()
                                    && sources.getOrDefault(category, Set.of()).contains(receiver.organisationId()),
                            parentsDecide
                                    || !held.isEmpty()
                                            && sharing.withoutConsent().contains(category.code()),
                            shared.state(),
                            shared.until());
                })
                .toList();
        return new ReceiverSees(
                receiver,
                name(row.regionId, receiver),
                held.stream()
                        .map(code -> regions.roles(row.regionId).get(code).name())
                        .toList(),
                !held.isEmpty() && !Objects.equals(receiver.organisationId(), row.originId),
                categories);
    }

    private List<Choice> choices(long regionId, Map<Long, Set<String>> roles, Sharing sharing) {
        var choices = new ArrayList<Choice>();
        regions.organisations(regionId)
                .forEach(organisation -> choices.add(new Choice(
                        Receiver.organisation(organisation.id()),
                        organisation.name(),
                        Set.copyOf(purposes(sharing, roles.getOrDefault(organisation.id(), Set.of()))),
                        roles.containsKey(organisation.id()))));
        choices.add(new Choice(Receiver.PARENTS, null, Set.copyOf(purposes(sharing, Set.of())), false));
        return choices;
    }

    /** The purposes of these roles; who holds none yet may come to hold any. */
    private static Collection<String> purposes(Sharing sharing, Set<String> roles) {
        if (roles.isEmpty()) {
            return sharing.purposes().stream().map(Sharing.Purpose::code).toList();
        }
        return roles.stream()
                .flatMap(role -> Sight.purposesOf(sharing, role).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String name(long regionId, Receiver receiver) {
        return receiver.isParents()
                ? null
                : regions.organisation(regionId, receiver.organisationId())
                        .orElseThrow()
                        .name();
    }

    /** What was said in one go is one line, however many categories and purposes it was about. */
    private List<Line> lines(long regionId, List<ConsentLine> history) {
        var accounts = new HashSet<Long>();
        var together = new LinkedHashMap<Said, Set<Category>>();
        history.forEach(line -> {
            accounts.add(line.recordedBy());
            if (line.withdrawnBy() != null) {
                accounts.add(line.withdrawnBy());
            }
            together.computeIfAbsent(Said.of(line), said -> EnumSet.noneOf(Category.class))
                    .add(line.category());
        });
        var names = people.names(accounts);
        return together.entrySet().stream()
                .map(entry -> entry.getKey().line(name(regionId, entry.getKey().receiver()), entry.getValue(), names))
                .toList();
    }

    private TransferRow row(TransferKey transfer) {
        return rows.findByRegionIdAndId(transfer.regionId(), transfer.id()).orElseThrow();
    }

    private YoungPersonRow youngPerson(TransferRow row) {
        return youngPeople.findByRegionIdAndId(row.regionId, row.youngPersonId).orElseThrow();
    }

    private record Said(
            Receiver receiver,
            Signatory signatory,
            boolean granted,
            Manner manner,
            LocalDate givenOn,
            LocalDate until,
            Instant recordedAt,
            long recordedBy,
            Instant withdrawnAt,
            Long withdrawnBy) {

        static Said of(ConsentLine line) {
            return new Said(
                    line.receiver(),
                    line.signatory(),
                    line.granted(),
                    line.manner(),
                    line.givenOn(),
                    line.until(),
                    line.recordedAt(),
                    line.recordedBy(),
                    line.withdrawnAt(),
                    line.withdrawnBy());
        }

        Line line(String receiverName, Set<Category> categories, Map<Long, String> names) {
            return new Line(
                    recordedAt,
                    names.get(recordedBy),
                    receiverName,
                    categories,
                    signatory,
                    granted,
                    manner,
                    givenOn,
                    until,
                    withdrawnAt,
                    withdrawnBy == null ? null : names.get(withdrawnBy));
        }
    }
}
