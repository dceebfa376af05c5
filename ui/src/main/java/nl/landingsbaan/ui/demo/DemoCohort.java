package nl.landingsbaan.ui.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.landingsbaan.platform.handover.HandoverRefused;
import nl.landingsbaan.platform.handover.Handovers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.route.HandoverSide;
import nl.landingsbaan.platform.task.TaskClosed;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The 60 fictitious young people of the demo: as many as Start & Go coached in 2025 (seed 002, line 1800). They are referred by the
 * demo's schools and brought along by its professionals, through the same services as the screens use.
 */
@Component
@Profile("demo")
class DemoCohort {

    static final LocalDate FIRST_DAY = LocalDate.of(2025, 2, 4);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 11, 11);
    private static final int SIZE = 60;
    private static final int LATE_REFERRALS = 5;
    private static final LocalDate LAST_EARLY_REFERRAL = LocalDate.of(2025, 6, 20);
    private static final LocalDate FIRST_LATE_REFERRAL = LocalDate.of(2025, 10, 10);
    private static final int FORGOTTEN_DAYS = 28;
    private static final int PAGE = 200;

    private static final List<String> FIRST_NAMES = List.of(
            "Noor", "Daan", "Yasmin", "Luuk", "Sophie", "Mohamed", "Eva", "Ties", "Amira", "Bram", "Lieke", "Jesse",
            "Dilara", "Finn", "Roos", "Ibrahim", "Fleur", "Stijn", "Naomi", "Ruben");
    private static final List<String> LAST_NAMES = List.of(
            "van Dijk",
            "Bakker",
            "El Idrissi",
            "Janssen",
            "Peters",
            "Yilmaz",
            "Hendriks",
            "de Groot",
            "van Leeuwen",
            "Smits",
            "Kaya",
            "Willems",
            "van der Heijden",
            "Jacobs",
            "Maas");

    private final DemoPeople people;
    private final DemoAnswers answers;
    private final DemoSharing choices;
    private final Tasks tasks;
    private final Transfers transfers;
    private final Referrals referrals;
    private final Handovers handovers;
    private final PlatformClock clock;

    DemoCohort(
            DemoPeople people,
            DemoAnswers answers,
            DemoSharing choices,
            Tasks tasks,
            Transfers transfers,
            Referrals referrals,
            Handovers handovers,
            PlatformClock clock) {
        this.people = people;
        this.answers = answers;
        this.choices = choices;
        this.tasks = tasks;
        this.transfers = transfers;
        this.referrals = referrals;
        this.handovers = handovers;
        this.clock = clock;
    }

    LocalDate today() {
        return PlatformClock.today(clock);
    }

    /** Refers whoever is to be referred by today. */
    void referDue() {
        var referrers = people.inRole("mentor", "zorgcoordinator");
        var there = transfers
                .list(people.inRole("coordinator").getFirst(), TransferFilter.ALL, 0, SIZE)
                .size();
        for (var number = there; number < SIZE && !referralDay(number).isAfter(today()); number++) {
            refer(referrers.get(number % referrers.size()), number);
        }
    }

    /**
     * Completes what people would have completed by now. Some things are left undone: that is what a list is for.
     *
     * @return how many tasks were completed
     */
    int workOn() {
        var numbers = numbers();
        var completed = 0;
        for (var actor :
                people.inRole("mentor", "coordinator", "coach", "zorgcoordinator", "mbo-mentor", "programmaleider")) {
            for (var task : tasks.list(actor, TaskFilter.ALL, null, PAGE).tasks()) {
                var number = numbers.get(task.about().id());
                if (number != null && isDoneBy(task, number) && complete(actor, task, number)) {
                    completed++;
                }
            }
        }
        return completed;
    }

    /** Reports the date of the intake for every other young person who waits for it. */
    void reportIntakeDates() {
        var numbers = numbers();
        for (var coach : people.inRole("coach")) {
            for (var summary : transfers.list(coach, new TransferFilter(null, null, "intake", true), 0, SIZE)) {
                var number = numbers.get(summary.id());
                var waits = tasks.nextSteps(coach, List.of(summary.id())).isEmpty();
                if (number != null && waits && number % 3 != 0) {
                    report(coach, summary.id(), number);
                }
            }
        }
    }

    private void report(Actor coach, long transferId, int number) {
        transfers.dossier(coach, transferId).events().stream()
                .filter(event -> event.form().field("intakedatum").isPresent())
                .findFirst()
                .ifPresent(event -> transfers.report(
                        coach, transferId, event.stepId(), answers.fill(event.form(), Map.of(), number, 0, today())));
    }

    private void refer(Actor referrer, int number) {
        var asked = referrals.form(referrer);
        var transferId = referrals.refer(
                referrer,
                new Referral(
                        FIRST_NAMES.get(number % FIRST_NAMES.size()),
                        LAST_NAMES.get((number * 7 + number / 20) % LAST_NAMES.size()),
                        LocalDate.of(2007 + number % 3, 1 + number % 12, 1 + number % 28),
                        asked.schools().getFirst().organisationId(),
                        answers.fill(asked.form(), asked.choices(), number, 0, today())));
        choices.decide(referrer, transferId, number);
    }

    private boolean complete(Actor actor, TaskSummary task, int number) {
        try {
            var detail = tasks.open(actor, task.id());
            var round = (int) Duration.between(
                            FIRST_DAY.atStartOfDay(PlatformClock.ZONE),
                            task.openedAt().atZone(PlatformClock.ZONE))
                    .toDays();
            var filledIn = answers.fill(detail.form(), detail.choices(), number, round, today());
            if (detail.handover() == null) {
                tasks.complete(actor, task.id(), filledIn);
                confirmWhatNobodyCanRead(actor, task.about().id());
            } else if (detail.handover() == HandoverSide.SENT) {
                handovers.send(actor, task.about().id(), Map.of(), filledIn);
            } else {
                takeOver(actor, task.about().id(), number, filledIn);
            }
            return true;
        } catch (TaskNotFound | TaskClosed | HandoverRefused e) {
            return false;
        }
    }

    /** One in seven comes back once, for want of something. */
    private void takeOver(Actor actor, long transferId, int number, Map<String, Object> filledIn) {
        handovers.open(actor, transferId);
        if (number % 7 == 3 && handovers.overview(actor, transferId).versions().size() == 1) {
            filledIn.remove("eerste_contact");
            filledIn.put("overdracht_besluit", "teruggegeven");
            filledIn.put("overdracht_ontbreekt", List.of("ondersteuning"));
            filledIn.put(
                    "reden_teruggave", "Wat helpt in de klas als het druk is? Graag ook wie we dan kunnen bellen.");
        }
        handovers.decide(actor, transferId, filledIn);
    }

    /** At the mbo's where nobody has an account, the school hears by telephone that the handover has arrived. */
    private void confirmWhatNobodyCanRead(Actor actor, long transferId) {
        var overview = handovers.overview(actor, transferId);
        var nobodyThere = overview.versions().stream()
                .limit(1)
                .flatMap(version -> version.receivers().stream())
                .noneMatch(receiver -> people.inRole("mbo-mentor").stream()
                        .flatMap(reader -> reader.memberships().stream())
                        .anyMatch(membership -> membership.organisationName().equals(receiver.organisation())));
        if (overview.mayConfirm() && overview.sending().isEmpty() && nobodyThere) {
            handovers.confirm(actor, transferId, "D. de Wit", "studieloopbaanbegeleider");
        }
    }

    /** A few days after it opened, what has a day of its own not before that day, and one in twelve is left for weeks. */
    private boolean isDoneBy(TaskSummary task, int number) {
        var random = new Random(task.stepName().hashCode() * 31L + number);
        var forgotten = random.nextInt(12) == 0 && !DemoAnswers.NOT_STARTING.contains(number);
        var opened = task.openedAt().atZone(PlatformClock.ZONE).toLocalDate();
        var done = opened.plusDays(random.nextInt(9) + (forgotten ? FORGOTTEN_DAYS : 0));
        if (task.stepName().startsWith("Intakegesprek") && task.dueAt() != null) {
            done = task.dueAt().atZone(PlatformClock.ZONE).toLocalDate();
        }
        return !done.isAfter(today());
    }

    /** Which young person of the cohort each transfer is: they were referred in order. */
    private Map<Long, Integer> numbers() {
        var ids = new ArrayList<Long>();
        transfers
                .list(people.inRole("coordinator").getFirst(), TransferFilter.ALL, 0, PAGE)
                .forEach(summary -> ids.add(summary.id()));
        ids.sort(null);
        var numbers = new HashMap<Long, Integer>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        return numbers;
    }

    private static LocalDate referralDay(int number) {
        if (number >= SIZE - LATE_REFERRALS) {
            return FIRST_LATE_REFERRAL.plusDays(7L * (number - SIZE + LATE_REFERRALS));
        }
        var days = LAST_EARLY_REFERRAL.toEpochDay() - FIRST_DAY.toEpochDay();
        return FIRST_DAY.plusDays(days * number / (SIZE - LATE_REFERRALS));
    }
}
