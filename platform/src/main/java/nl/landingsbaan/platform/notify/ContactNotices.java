package nl.landingsbaan.platform.notify;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.contact.BudgetReached;
import nl.landingsbaan.platform.contact.ContactLost;
import nl.landingsbaan.platform.contact.ContactRole;
import nl.landingsbaan.platform.contact.HoursDecided;
import nl.landingsbaan.platform.contact.HoursRequested;
import nl.landingsbaan.platform.contact.RhythmMissed;
import nl.landingsbaan.platform.people.Colleague;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the coach and the coordinators how it stands with the contact with a young person (000 §7 nrs 20 and 21). */
@Component
class ContactNotices {

    private final Notices notices;
    private final Participants participants;
    private final ContactRole role;
    private final People people;
    private final Regions regions;
    private final Clock clock;

    ContactNotices(
            Notices notices, Participants participants, ContactRole role, People people, Regions regions, Clock clock) {
        this.notices = notices;
        this.participants = participants;
        this.role = role;
        this.people = people;
        this.regions = regions;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void budget(BudgetReached reached) {
        var told = coaches(reached.regionId(), reached.transferId());
        told.addAll(coordinators(reached.regionId(), reached.transferId()));
        tell(
                reached.regionId(),
                reached.transferId(),
                told,
                reached.percent() < 100 ? MessageKind.CONTACT_BUDGET_NEARLY : MessageKind.CONTACT_BUDGET_USED,
                today());
    }

    /** Everybody around the young person is told: somebody of them may still know where the young person is. */
    @EventListener
    @Transactional
    public void lost(ContactLost lost) {
        var told = coordinators(lost.regionId(), lost.transferId());
        told.addAll(persons(participants.of(lost.regionId(), lost.transferId())));
        tell(lost.regionId(), lost.transferId(), told, MessageKind.CONTACT_LOST, today());
    }

    @EventListener
    @Transactional
    public void missed(RhythmMissed missed) {
        tell(
                missed.regionId(),
                missed.transferId(),
                coaches(missed.regionId(), missed.transferId()),
                MessageKind.CONTACT_MISSED,
                missed.dueOn().toString());
    }

    @EventListener
    @Transactional
    public void requested(HoursRequested requested) {
        tell(
                requested.regionId(),
                requested.transferId(),
                coordinators(requested.regionId(), requested.transferId()),
                MessageKind.HOURS_REQUESTED,
                Long.toString(requested.requestId()));
    }

    @EventListener
    @Transactional
    public void decided(HoursDecided decided) {
        tell(
                decided.regionId(),
                decided.transferId(),
                coaches(decided.regionId(), decided.transferId()),
                MessageKind.HOURS_DECIDED,
                Long.toString(decided.requestId()));
    }

    private void tell(long regionId, long transferId, Collection<Long> accountIds, MessageKind kind, String occasion) {
        notices.tell(regionId, accountIds, kind, transferId, null, transferId + ":" + occasion);
    }

    private Set<Long> coaches(long regionId, long transferId) {
        return role.of(regionId, transferId)
                .map(code -> persons(participants.inRoles(regionId, transferId, List.of(code))))
                .orElseGet(HashSet::new);
    }

    /** Whoever coordinates for an organisation that takes part. */
    private Set<Long> coordinators(long regionId, long transferId) {
        var organisations = participants.of(regionId, transferId).stream()
                .map(Participant::organisationId)
                .collect(Collectors.toSet());
        return regions.roles(regionId).values().stream()
                .filter(each -> each.rights().contains(Right.COORDINATE))
                .flatMap(each -> people.holding(regionId, each.code()).stream())
                .filter(colleague -> organisations.contains(colleague.organisationId()))
                .map(Colleague::accountId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<Long> persons(Collection<Participant> among) {
        return among.stream()
                .map(Participant::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private String today() {
        return PlatformClock.today(clock).toString();
    }
}
