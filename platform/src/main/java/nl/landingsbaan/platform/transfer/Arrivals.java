package nl.landingsbaan.platform.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Right;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over young people who come from another region. */
@Service
public class Arrivals {

    private final Entrances entrances;
    private final TransferStart start;
    private final Forms forms;
    private final Participants participants;
    private final CarriedValues carriedValues;
    private final ApplicationEventPublisher events;

    Arrivals(
            Entrances entrances,
            TransferStart start,
            Forms forms,
            Participants participants,
            CarriedValues carriedValues,
            ApplicationEventPublisher events) {
        this.entrances = entrances;
        this.start = start;
        this.forms = forms;
        this.participants = participants;
        this.carriedValues = carriedValues;
        this.events = events;
    }

    /**
     * The form of the region's route, for whoever takes over a young person from another region.
     *
     * @throws ReferralImpossible when the actor does not coordinate, or the region has no route or school year
     */
    @Transactional(readOnly = true)
    public ReferralForm form(Actor coordinator) {
        return entrances.form(entrances.ofCoordinator(coordinator));
    }

    /**
     * Starts a transfer for a young person who comes from another region.
     *
     * @param referral with the organisation of this region where the young person goes to school
     * @param carried what the other region passed on; where the referral has no answer it fills the form
     * @throws FormRefused as {@link Referrals#refer}
     * @throws ReferralImpossible as {@link #form}, and as {@link Referrals#refer} for who is known already
     */
    @Transactional
    public Arrival arrive(Actor coordinator, Referral referral, List<CarriedValue> carried, String origin) {
        var entrance = entrances.ofCoordinator(coordinator);
        var asked = entrances.form(entrance);
        var filled = new LinkedHashMap<String, Object>();
        carried.forEach(value -> filled.put(value.key(), value.value()));
        var fitting = forms.check(asked.form(), filled, asked.choices());
        filled.keySet().removeAll(fitting.errors().keySet());
        filled.putAll(referral.answers());
        var started = start.begin(
                entrance,
                new Referral(
                        referral.firstName(),
                        referral.lastName(),
                        referral.birthDate(),
                        referral.organisationId(),
                        filled,
                        referral.knownAs()));
        var transfer = started.transfer();
        var membership = coordinator.memberships().stream()
                .filter(each -> each.role().rights().contains(Right.COORDINATE))
                .findFirst()
                .orElseThrow();
        participants.coordinate(transfer, membership);
        var unplaced = carriedValues.carry(
                transfer,
                carried.stream()
                        .filter(value -> !referral.answers().containsKey(value.key()))
                        .toList(),
                origin,
                new Source(coordinator.accountId(), membership.organisationId()));
        start.count(started);
        events.publishEvent(started.event());
        return new Arrival(transfer.id(), unplaced);
    }
}
