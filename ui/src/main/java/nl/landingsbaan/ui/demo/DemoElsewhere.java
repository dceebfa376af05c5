package nl.landingsbaan.ui.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.handover.HandoverRefused;
import nl.landingsbaan.platform.handover.Handovers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.route.HandoverSide;
import nl.landingsbaan.platform.task.TaskClosed;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskNotReady;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.ReferralImpossible;
import nl.landingsbaan.platform.transfer.Referrals;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.Transfers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A few fictitious young people in every region besides the one whose year is played, so that a visitor finds work there too. What
 * cannot be answered without knowing the route stays open, for the visitor.
 */
@Component
@Profile("demo")
class DemoElsewhere {

    private static final Logger log = LoggerFactory.getLogger(DemoElsewhere.class);
    private static final int PAGE = 50;

    /** A third of the tasks waits for a visitor. */
    private static final int LEFT_OPEN = 3;

    /** As many are referred at a time. */
    private static final int ROUND = 4;

    private static final List<String> FIRST_NAMES =
            List.of("Mees", "Hanna", "Bilal", "Tess", "Jip", "Yara", "Stijn", "Naomi");
    private static final List<String> LAST_NAMES =
            List.of("van Vliet", "Aksoy", "de Ruiter", "Post", "Schipper", "Haddou", "Wolters", "Brandsma");
    private static final TransferFilter ON_THE_WAY = new TransferFilter(null, null, null, true);

    private final DemoPeople people;
    private final DemoAnswers answers;
    private final Referrals referrals;
    private final Transfers transfers;
    private final Tasks tasks;
    private final Handovers handovers;
    private final Clock clock;

    DemoElsewhere(
            DemoPeople people,
            DemoAnswers answers,
            Referrals referrals,
            Transfers transfers,
            Tasks tasks,
            Handovers handovers,
            Clock clock) {
        this.people = people;
        this.answers = answers;
        this.referrals = referrals;
        this.transfers = transfers;
        this.tasks = tasks;
        this.handovers = handovers;
        this.clock = clock;
    }

    /** Refers the next of them, in every region where nobody is on the way: a short route is over before the demo's last day. */
    void refer() {
        for (var region : people.otherRegions()) {
            people.in(region).stream()
                    .filter(actor -> actor.may(Right.REFER))
                    .findFirst()
                    .filter(referrer ->
                            transfers.list(referrer, ON_THE_WAY, 0, 1).isEmpty())
                    .ifPresent(referrer -> refer(region, referrer));
        }
    }

    private void refer(Region region, Actor referrer) {
        var there = transfers
                .list(referrer, TransferFilter.ALL, 0, FIRST_NAMES.size())
                .size();
        try {
            var asked = referrals.form(referrer);
            for (var number = there; number < Math.min(there + ROUND, FIRST_NAMES.size()); number++) {
                referrals.refer(
                        referrer,
                        new Referral(
                                FIRST_NAMES.get(number),
                                LAST_NAMES.get(number),
                                LocalDate.of(2008, 3 + number, 11),
                                asked.schools().getFirst().organisationId(),
                                answers.fill(asked.form(), asked.choices(), number, 0, today())));
            }
        } catch (FormRefused | ReferralImpossible e) {
            log.info("Nobody is referred in region {} of the demo: {}", region.code(), e.getMessage());
        }
    }

    /** Completes some of what people would have completed by now. */
    void workOn() {
        for (var region : people.otherRegions()) {
            for (var actor : people.in(region)) {
                for (var task : tasks.list(actor, TaskFilter.ALL, null, PAGE).tasks()) {
                    if (Math.floorMod(task.id() * 31 + today().toEpochDay() / 7, LEFT_OPEN) != 0) {
                        complete(actor, task);
                    }
                }
            }
        }
    }

    private void complete(Actor actor, TaskSummary task) {
        try {
            var detail = tasks.open(actor, task.id());
            var filledIn = answers.fill(
                    detail.form(),
                    detail.choices(),
                    (int) (task.transferId() % PAGE),
                    (int) (task.id() % PAGE),
                    today());
            if (detail.handover() == null) {
                tasks.complete(actor, task.id(), filledIn);
            } else if (detail.handover() == HandoverSide.SENT) {
                handovers.send(actor, task.transferId(), Map.of(), filledIn);
            } else {
                handovers.open(actor, task.transferId());
                handovers.decide(actor, task.transferId(), filledIn);
            }
        } catch (TaskNotFound | TaskClosed | TaskNotReady | FormRefused | HandoverRefused e) {
            log.debug("Task {} is left to a visitor of the demo", task.id(), e);
        } catch (RuntimeException e) {
            log.warn("Task {} of region {} could not be done in the demo", task.id(), actor.regionId(), e);
        }
    }

    private LocalDate today() {
        return PlatformClock.today(clock);
    }
}
