package nl.landingsbaan.platform.transfer;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Refers young people: their transfers start. */
@Service
public class Referrals {

    private static final int AT_ONCE = 50;

    private final Entrances entrances;
    private final TransferStart start;
    private final StartLater startLater;
    private final Forms forms;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Referrals(
            Entrances entrances,
            TransferStart start,
            StartLater startLater,
            Forms forms,
            EntityManager entities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entrances = entrances;
        this.start = start;
        this.startLater = startLater;
        this.forms = forms;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The form with which the actor refers a young person.
     *
     * @throws ReferralImpossible when the actor may not refer, or the region has no route or school year to refer to
     */
    @Transactional(readOnly = true)
    public ReferralForm form(Actor actor) {
        return entrances.form(entrances.ofReferrer(actor));
    }

    /**
     * Refers a young person: the transfer starts. Who is known already ({@link Referral#knownAs()}) gets a new transfer on the
     * region's current route; the earlier ones remain as they are.
     *
     * @return the transfer's id
     * @throws FormRefused when something is missing or wrong
     * @throws ReferralImpossible as {@link #form}, and when this young person has a running transfer to the same school year
     */
    @Transactional
    public long refer(Actor actor, Referral referral) {
        var started = start.begin(entrances.ofReferrer(actor), referral);
        start.count(started);
        events.publishEvent(started.event());
        return started.transfer().id();
    }

    /**
     * Refers several young people: all of them, or when one is refused nobody. The engine hears of them a few at a time.
     *
     * @return the transfers' ids, in the order of the referrals
     * @throws FormRefused as {@link #refer}
     * @throws ReferralImpossible as {@link #refer}
     */
    @Transactional
    public List<Long> referAll(Actor actor, List<Referral> referrals) {
        var entrance = entrances.ofReferrer(actor);
        var all = new ArrayList<TransferStart.Started>();
        for (var referral : referrals) {
            var started = start.begin(entrance, referral);
            startLater.add(started.event());
            all.add(started);
            if (all.size() % AT_ONCE == 0) {
                entities.flush();
                entities.clear(); // what is done is not looked at again at each flush
            }
        }
        all.forEach(start::count);
        return all.stream().map(started -> started.transfer().id()).toList();
    }

    /**
     * What is wrong with a referral, by key of the field, with the way out in Dutch; empty: all is well. The form is asked for
     * once ({@link #form}), however many are checked.
     */
    public Map<String, String> check(ReferralForm form, Referral referral) {
        var errors = ReferralCheck.errors(referral, PlatformClock.today(clock));
        if (form.schools().stream().noneMatch(school -> school.organisationId() == referral.organisationId())) {
            errors.put(Referral.ORGANISATION, TransferStart.NOT_YOUR_SCHOOL);
        }
        errors.putAll(
                forms.check(form.form(), referral.answers(), form.choices()).errors());
        return errors;
    }
}
