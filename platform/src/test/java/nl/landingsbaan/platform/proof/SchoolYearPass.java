package nl.landingsbaan.platform.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.engine.EngineClock;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Plays scenarios, all of them in one pass over the years, on the real engine. Where a route has
 * cycles, the clock moves in steps of at most a week, because a cycle fires once however far the clock jumps.
 */
final class SchoolYearPass {

    /** Part of every name, mail address and free text in a pass, so that these can be found wherever they should not be. */
    static final String MARK = "Merkteken";

    static final LocalDate BIRTH_DATE = LocalDate.of(2009, 5, 14);

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final int STEP_DAYS = 7;
    private static final LocalTime NOON = LocalTime.NOON;

    private final EngineClock clock;
    private final PlatformClock now;
    private final Quiet quiet;
    private final Transfers transfers;
    private final Tasks tasks;
    private final Routes routes;
    private final List<Journey> journeys = new ArrayList<>();
    private boolean withCycles;

    SchoolYearPass(EngineClock clock, PlatformClock now, Quiet quiet, Transfers transfers, Tasks tasks, Routes routes) {
        this.clock = clock;
        this.now = now;
        this.quiet = quiet;
        this.transfers = transfers;
        this.tasks = tasks;
        this.routes = routes;
    }

    /** Adds the scenarios of a region. */
    void add(Regions regions, People people, String regionCode) {
        var region = regions.byCode(regionCode).orElseThrow();
        withCycles |= routes.drawings(routes.current(region.id()).orElseThrow().id()).stream()
                .anyMatch(drawing -> drawing.xml().contains("timeCycle"));
        var beforehand = Scenario.beforehand(regionCode);
        var actors = new LinkedHashMap<String, Actor>();
        beforehand
                .people()
                .forEach(person -> actors.put(person.get("naam").toString(), hire(regions, people, region, person)));
        for (var scenario : Scenario.of(regionCode)) {
            journeys.add(new Journey(regions, region, beforehand, actors, scenario));
        }
    }

    private static Actor hire(Regions regions, People people, Region region, Map<String, Object> person) {
        var name = person.get("naam").toString();
        var account = people.createAccount(
                name + "@" + MARK + "." + region.code() + ".example",
                name + " " + MARK,
                "niet-" + System.nanoTime() + "-te-raden");
        var organisation = regions.organisations(region.id()).stream()
                .filter(each -> each.code().equals(person.get("organisatie")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " werkt nergens"));
        people.addMembership(
                account, region.id(), organisation.id(), person.get("rol").toString());
        return people.actor(account, region.id()).orElseThrow();
    }

    /** Plays everything; the failures are asked for afterwards, by scenario. */
    void play() {
        var days = new TreeMap<LocalDate, List<Runnable>>();
        journeys.forEach(journey -> journey.moments(days));
        days.forEach((day, happenings) -> {
            moveTo(day);
            happenings.forEach(Runnable::run);
        });
        quiet.await();
    }

    List<Journey> journeys() {
        return List.copyOf(journeys);
    }

    private void moveTo(LocalDate day) {
        var today = LocalDate.now(now.withZone(PlatformClock.ZONE));
        while (today.isBefore(day)) {
            today = withCycles && today.plusDays(STEP_DAYS).isBefore(day) ? today.plusDays(STEP_DAYS) : day;
            var moment = today.atTime(NOON).atZone(PlatformClock.ZONE).toInstant();
            quiet.awaitAfter(moment, () -> clock.moveTo(moment));
        }
    }

    /** One scenario on its way. */
    final class Journey {

        private final Regions regions;
        private final Region region;
        private final Scenario.Beforehand beforehand;
        private final Map<String, Actor> people;
        private final Scenario scenario;
        private final Map<String, LocalDate> anchors;
        private final List<String> reported = new ArrayList<>();
        private long transfer;
        private LocalDate today;
        private AssertionError failure;

        private Journey(
                Regions regions,
                Region region,
                Scenario.Beforehand beforehand,
                Map<String, Actor> people,
                Scenario scenario) {
            this.regions = regions;
            this.region = region;
            this.beforehand = beforehand;
            this.people = people;
            this.scenario = scenario;
            var referredOn = Day.read(scenario.referral().get("dag"), Map.of());
            this.anchors = new HashMap<>(
                    regions.startingAfter(region.id(), referredOn).orElseThrow().anchors());
        }

        String name() {
            return region.name() + ": " + scenario.name();
        }

        String region() {
            return region.code();
        }

        /** The names of what was reported. */
        List<String> reported() {
            return reported;
        }

        Optional<AssertionError> failure() {
            return Optional.ofNullable(failure);
        }

        private void moments(Map<LocalDate, List<Runnable>> days) {
            var day = Day.read(scenario.referral().get("dag"), anchors);
            add(days, day, this::refer);
            for (var line : scenario.course()) {
                var next = line.has("dag") ? Day.read(line.words().get("dag"), anchors) : day;
                if (next.isBefore(day)) {
                    throw new IllegalArgumentException(
                            name() + ": " + line.text("dag") + " ligt voor de regel erboven");
                }
                day = next;
                add(days, day, () -> happen(line));
            }
        }

        private void add(Map<LocalDate, List<Runnable>> days, LocalDate day, Runnable happening) {
            days.computeIfAbsent(day, d -> new ArrayList<>()).add(() -> {
                if (failure == null) {
                    today = day;
                    anchors.put("vandaag", day);
                    try {
                        happening.run();
                    } catch (AssertionError | RuntimeException e) {
                        failure = new AssertionError(
                                "%s%nOp %s: %s%nTot dan toe:%n%s".formatted(name(), day, e.getMessage(), timeLine()),
                                e);
                    }
                }
            });
        }

        private void refer() {
            var referrer = person(scenario.referral().get("door").toString());
            var form = transfers.referralForm(referrer).form();
            transfer = transfers.refer(
                    referrer,
                    new Referral(
                            scenario.youngPerson() + " " + MARK,
                            MARK,
                            BIRTH_DATE,
                            referrer.memberships().getFirst().organisationId(),
                            answers(
                                    form,
                                    "Aanmelding",
                                    Scenario.map(scenario.referral().get("antwoorden")),
                                    List.of())));
        }

        private void happen(Scenario.Line line) {
            if (line.has("taken")) {
                expect("deze taken", names(line.map("taken")), this::openTasks);
            }
            line.map("uiterlijk")
                    .forEach((task, day) -> expect(
                            task + " uiterlijk",
                            Day.read(day, anchors),
                            () -> open(task)
                                    .map(each -> each.dueAt()
                                            .atZone(PlatformClock.ZONE)
                                            .toLocalDate())
                                    .orElse(null)));
            if (line.has("fase")) {
                expect("fase", line.text("fase"), () -> dossier().phase());
            }
            if (line.has("uitkomst")) {
                expect("uitkomst", line.text("uitkomst"), () -> dossier().outcome());
            }
            if (line.has("doet")) {
                complete(line);
            }
            if (line.has("meldt")) {
                report(line);
            }
        }

        private void complete(Scenario.Line line) {
            var name = line.text("doet");
            expect("een taak " + name, true, () -> open(name).isPresent());
            var id = open(name).orElseThrow().id();
            var whoseItIs = people.values().stream()
                    .filter(actor -> list(actor).stream().anyMatch(task -> task.id() == id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " staat bij niemand in de lijst"));
            var form = tasks.open(whoseItIs, id).form();
            var who = line.has("door") ? person(line.text("door")) : whoseItIs;
            var answers = answers(form, name, line.map("antwoorden"), line.list("zonder"));
            attempt(line, () -> tasks.complete(who, id, answers));
        }

        private void report(Scenario.Line line) {
            var name = line.text("meldt");
            var who = person(line.text("door"));
            var event = transfers.dossier(who, transfer).events().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(line.text("door") + " kan '" + name + "' niet melden"));
            var answers = answers(event.form(), name, line.map("antwoorden"), line.list("zonder"));
            attempt(line, () -> transfers.report(who, transfer, event.stepId(), answers));
            reported.add(name);
        }

        private void attempt(Scenario.Line line, Runnable action) {
            List<String> refused;
            try {
                action.run();
                refused = List.of();
            } catch (FormRefused e) {
                refused = List.copyOf(e.errors().keySet());
            } catch (TaskNotFound e) {
                refused = List.of("niet gevonden");
            }
            if (!refused.equals(line.list("geweigerd"))) {
                throw new AssertionError(
                        "verwacht: geweigerd " + line.list("geweigerd") + ", maar het was: " + refused);
            }
        }

        private void expect(String what, Object expected, Supplier<Object> actual) {
            try {
                await().atMost(WITHIN).until(() -> expected.equals(actual.get()));
            } catch (ConditionTimeoutException e) {
                throw new AssertionError("verwacht: %s %s, maar het was: %s".formatted(what, expected, actual.get()));
            }
        }

        private Map<String, Object> names(Map<String, Object> taskToRole) {
            var roles = regions.roles(region.id());
            return new TreeMap<>(taskToRole.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> Optional.ofNullable(
                                            roles.get(entry.getValue().toString()))
                                    .orElseThrow(() -> new AssertionError("de regio kent geen rol " + entry.getValue()))
                                    .name())));
        }

        private Map<String, Object> openTasks() {
            return way().stream()
                    .filter(task -> task.state() == TaskState.OPEN)
                    .collect(Collectors.toMap(
                            TaskLine::stepName, TaskLine::roleName, (a, b) -> a + " en " + b, TreeMap::new));
        }

        private Optional<TaskLine> open(String task) {
            return way().stream()
                    .filter(each ->
                            each.state() == TaskState.OPEN && each.stepName().equals(task))
                    .findFirst();
        }

        private List<TaskLine> way() {
            return tasks.way(overseer(), transfer);
        }

        private TransferSummary dossier() {
            return transfers.dossier(overseer(), transfer).summary();
        }

        private List<TaskSummary> list(Actor actor) {
            return tasks.list(actor, TaskFilter.ALL, null, 500).tasks();
        }

        /** Somebody who may see everything of the young person. */
        private Actor overseer() {
            return people.values().stream()
                    .filter(actor -> actor.may(Right.COORDINATE))
                    .filter(actor -> transfers.list(actor, TransferFilter.ALL, 0, 500).stream()
                            .anyMatch(each -> each.id() == transfer))
                    .findFirst()
                    .orElseThrow();
        }

        private Actor person(String name) {
            return Optional.ofNullable(people.get(name)).orElseThrow(() -> new AssertionError("wie is " + name + "?"));
        }

        private Map<String, Object> answers(
                Form form, String step, Map<String, Object> different, List<String> without) {
            var written = beforehand.answersTo(step);
            written.putAll(different);
            without.forEach(written::remove);
            var answers = new HashMap<String, Object>();
            written.forEach((key, value) -> answers.put(
                    key,
                    answer(
                            form.field(key)
                                    .orElseThrow(() -> new AssertionError(
                                            "het formulier van '" + step + "' vraagt niet naar " + key)),
                            value)));
            form.questions().stream()
                    .filter(field -> field.freeText() && field.pattern() == null && !without.contains(field.key()))
                    .forEach(field -> answers.merge(field.key(), MARK, (text, mark) -> text + " " + mark));
            return answers;
        }

        private Object answer(FormField field, Object value) {
            if (field.choiceSource() != null) {
                return Long.toString(
                        field.choiceSource().startsWith("medewerkers.")
                                ? person(value.toString()).accountId()
                                : regions.organisations(region.id()).stream()
                                        .filter(each -> each.code().equals(value))
                                        .findFirst()
                                        .orElseThrow(() -> new AssertionError("welke organisatie is " + value + "?"))
                                        .id());
            }
            return switch (field.type()) {
                case DATE -> Day.read(value, anchors).toString();
                case YES_NO -> value.equals("ja") || value.equals(true);
                case MULTIPLE_CHOICE -> value instanceof List<?> list ? list : List.of(value.toString());
                default -> value.toString();
            };
        }

        private String timeLine() {
            if (transfer == 0) {
                return "  (niet aangemeld)";
            }
            return way().stream()
                    .sorted(Comparator.comparing(TaskLine::openedAt))
                    .map(task -> "  %s  %s (%s): %s%s"
                            .formatted(
                                    task.openedAt().atZone(PlatformClock.ZONE).toLocalDate(),
                                    task.stepName(),
                                    task.roleName(),
                                    task.state(),
                                    task.closedAt() == null
                                            ? ""
                                            : " op "
                                                    + task.closedAt()
                                                            .atZone(PlatformClock.ZONE)
                                                            .toLocalDate()))
                    .collect(Collectors.joining(System.lineSeparator()));
        }
    }
}
