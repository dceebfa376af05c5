package nl.landingsbaan.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.calendar.CalendarRefused;
import nl.landingsbaan.platform.calendar.SchoolCalendar;
import nl.landingsbaan.platform.gathering.Gatherings;
import nl.landingsbaan.platform.handover.Handovers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.place.PlaceRefused;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.place.WaitsForPlace;
import nl.landingsbaan.platform.route.HandoverSide;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Referrals;
import nl.landingsbaan.platform.transfer.Transfers;

/** One scenario on its way. What is checked is checked when nothing moves any more. */
final class Journey {

    private record Moment(Instant at, String text) {}

    private static final List<String> NOT_FOUND = List.of("niet gevonden");

    private final Transfers transfers;
    private final Tasks tasks;
    private final Handovers handovers;
    private final Places places;
    private final SchoolCalendar calendar;
    private final PlatformClock now;
    private final EngineRecords records;
    private final Cast cast;
    private final Scenario scenario;
    private final String name;
    private final Map<String, LocalDate> anchors;
    private final Written written;
    private final Lead lead;
    private final List<Moment> done = new ArrayList<>();
    private int assertions;
    private long nanos;
    private AssertionError failure;

    /** @param number of the young people who are played at once, from 1 */
    Journey(RunningPlatform platform, EngineRecords records, Cast cast, Scenario scenario, int number) {
        this.transfers = platform.getBean(Transfers.class);
        this.tasks = platform.getBean(Tasks.class);
        this.handovers = platform.getBean(Handovers.class);
        this.places = platform.getBean(Places.class);
        this.calendar = platform.getBean(SchoolCalendar.class);
        this.now = platform.getBean(PlatformClock.class);
        this.records = records;
        this.cast = cast;
        this.scenario = scenario;
        this.anchors = cast.anchors(scenario);
        this.written = new Written(cast, anchors);
        var firstName = scenario.group() == null ? scenario.youngPeople().get(number - 1) : null;
        this.name = scenario.number() == 1 ? scenario.name() : scenario.name() + " (" + firstName + ")";
        this.lead = firstName == null
                ? new GroupLead(platform.getBean(Gatherings.class), tasks, cast, scenario.group(), begin(), written)
                : new YoungPersonLead(
                        transfers,
                        platform.getBean(Referrals.class),
                        tasks,
                        cast,
                        scenario.referral(),
                        firstName,
                        scenario.born(),
                        written);
    }

    private LocalDate begin() {
        return Day.read(scenario.begin(), anchors);
    }

    String name() {
        return name;
    }

    String region() {
        return cast.region().code();
    }

    /** How many things were compared with what the scenario says. */
    int assertions() {
        return assertions;
    }

    /** Time spent in this scenario's own doing and checking. */
    long nanos() {
        return nanos;
    }

    Optional<AssertionError> failure() {
        return Optional.ofNullable(failure);
    }

    /** What happens on which day, in order. */
    Map<LocalDate, List<Runnable>> moments() {
        var moments = new TreeMap<LocalDate, List<Runnable>>();
        var dates = new HashMap<>(anchors);
        var day = begin();
        add(moments, day, scenario.opening().line(), this::begun);
        for (var line : scenario.course()) {
            day = line.has("dag") ? Day.read(line.text("dag"), dates) : day;
            add(moments, day, line.number(), () -> happen(line));
            dates.putAll(line.moved(dates));
        }
        return moments;
    }

    private void add(Map<LocalDate, List<Runnable>> moments, LocalDate day, int lineNumber, Runnable happening) {
        moments.computeIfAbsent(day, d -> new ArrayList<>()).add(() -> {
            if (failure != null) {
                return;
            }
            var started = System.nanoTime();
            anchors.put("vandaag", day);
            try {
                happening.run();
            } catch (RuntimeException e) {
                failure = new AssertionError(
                        "%s%n%s, regel %d, op %s: %s%nTot dan toe:%n%s"
                                .formatted(
                                        name,
                                        scenario.file().normalize(),
                                        lineNumber,
                                        day,
                                        e instanceof Otherwise ? e.getMessage() : "het ging mis: " + e,
                                        timeLine()),
                        e instanceof Otherwise ? null : e);
            } finally {
                nanos += System.nanoTime() - started;
            }
        });
    }

    private void begun() {
        assertions++;
        var at = now.instant();
        var beginning = lead.begin();
        did(at, beginning.what(), beginning.answers());
    }

    private void happen(Scenario.Line line) {
        if (line.has("taken")) {
            expect("deze taken open", names(line.words().words("taken")), openTasks());
        }
        line.map("uiterlijk")
                .forEach((task, day) -> expect(
                        "'" + task + "' uiterlijk op",
                        Day.read(day.toString(), anchors),
                        open(task)
                                .map(each -> each.dueAt() == null
                                        ? "een taak zonder uiterste dag"
                                        : each.dueAt()
                                                .atZone(PlatformClock.ZONE)
                                                .toLocalDate())
                                .map(Object.class::cast)
                                .orElse("geen open taak met die naam")));
        if (line.has("fase")) {
            expect("de fase", line.text("fase"), lead.phase());
        }
        if (line.has("leden")) {
            expect(
                    "het aantal leden",
                    line.text("leden"),
                    lead.members().map(Object::toString).orElse("geen groep"));
        }
        if (line.has("uitkomst")) {
            expect("de uitkomst", line.text("uitkomst"), lead.outcome());
        }
        if (line.has("wacht_op")) {
            expect("wacht op", line.text("wacht_op"), waitsFor());
        }
        line.map("plekken").forEach((kind, number) -> change(kind, Integer.valueOf(number.toString())));
        if (line.has("doet")) {
            complete(line);
        }
        if (line.has("meldt")) {
            report(line);
        }
        if (line.has("verzet")) {
            move(line);
        }
    }

    /** The region's administrator sets anchors on another day, and everybody's route follows. */
    private void move(Scenario.Line line) {
        line.moved(anchors).forEach((anchor, to) -> {
            var at = now.instant();
            if (!isOn(anchor, to)) { // of those who are played at once, one has it moved
                move(anchor, to);
                done.add(new Moment(at, "de regiobeheerder verzet " + anchor + " naar " + to));
            }
            anchors.put(anchor, to);
        });
    }

    private void move(String anchor, LocalDate to) {
        assertions++;
        try {
            calendar.move(cast.administrator(), schoolYear(), anchor, to, SchoolYearPass.MARK);
        } catch (CalendarRefused e) {
            throw new Otherwise("'" + anchor + "' verzetten naar " + to + " werd geweigerd: " + e.errors());
        }
        Awaiting.until(
                "alle jongeren de nieuwe dag hebben",
                () -> calendar.moves(cast.administrator()).stream()
                        .allMatch(move -> move.followed() == move.transfers()));
    }

    private boolean isOn(String anchor, LocalDate day) {
        return calendar.years(cast.administrator()).stream()
                .filter(year -> year.code().equals(schoolYear()))
                .anyMatch(year -> day.equals(year.anchors().get(anchor)));
    }

    private String schoolYear() {
        return cast.year(scenario).orElseThrow().code();
    }

    private String waitsFor() {
        return lead.overseer().stream()
                .flatMap(actor -> places.waiting(actor, lead.id()).stream())
                .map(WaitsForPlace::code)
                .findFirst()
                .orElse(null);
    }

    /** The region has so many places of this kind from now on, unless somebody who is played at the same time saw to it. */
    private void change(String kind, int number) {
        if (places.kinds(cast.region().id()).stream()
                .anyMatch(each -> each.code().equals(kind) && each.number() == number)) {
            return;
        }
        var who = cast.people().values().stream()
                .filter(places::mayChange)
                .findFirst()
                .orElseThrow(() -> new Otherwise(
                        "niemand van de mensen in vooraf.yaml mag het aantal plekken veranderen; dat doet wie het"
                                + " programma coördineert of de regio beheert"));
        var at = now.instant();
        try {
            var came = places.change(who, kind, number, SchoolYearPass.MARK);
            did(
                    at,
                    "de regio heeft voor " + kind + " voortaan " + number + " plekken; er komen er " + came + " bij",
                    Map.of());
        } catch (PlaceRefused e) {
            throw new Otherwise("het aantal plekken werd niet veranderd: " + e.getMessage());
        }
    }

    private void complete(Scenario.Line line) {
        var name = line.text("doet");
        var task = open(name)
                .orElseThrow(() -> new Otherwise(
                        "verwacht: een open taak '%s', maar open was: %s".formatted(name, shown(openTasks()))));
        var whoseItIs = cast.people().entrySet().stream()
                .filter(person -> tasks.list(person.getValue(), TaskFilter.ALL, null, 500).tasks().stream()
                        .anyMatch(each -> each.id() == task.id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Otherwise("'" + name + "' staat bij niemand in de lijst"));
        var detail = tasks.open(cast.person(whoseItIs), task.id());
        var who = line.has("door") ? line.text("door") : whoseItIs;
        var answers =
                written.answers(detail.form(), detail.choices(), name, line.map("antwoorden"), line.list("zonder"));
        attempt(line, who + " doet '" + name + "'", answers, () -> {
            if (detail.handover() == null || !who.equals(whoseItIs)) {
                tasks.complete(cast.person(who), task.id(), answers);
            } else {
                handOver(cast.person(who), detail.handover(), answers);
            }
        });
    }

    /** What is one side of the handover is done on its page: sent with everything that may go, or opened and decided on. */
    private void handOver(Actor who, HandoverSide side, Map<String, Object> answers) {
        if (side == HandoverSide.SENT) {
            handovers.send(who, lead.id(), Map.of(), answers);
        } else {
            handovers.open(who, lead.id());
            handovers.decide(who, lead.id(), answers);
        }
    }

    private void report(Scenario.Line line) {
        var name = line.text("meldt");
        var who = cast.person(line.text("door"));
        var event = transfers.dossier(who, lead.id()).events().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Otherwise("%s kan '%s' niet melden: de route wacht daar nu niet op, of die rol mag het niet"
                                .formatted(line.text("door"), name)));
        var answers = written.answers(event.form(), Map.of(), name, line.map("antwoorden"), line.list("zonder"));
        attempt(
                line,
                line.text("door") + " meldt '" + name + "'",
                answers,
                () -> transfers.report(who, lead.id(), event.stepId(), answers));
    }

    private void attempt(Scenario.Line line, String what, Map<String, Object> answers, Runnable action) {
        List<String> refused;
        var at = now.instant();
        try {
            action.run();
            refused = List.of();
        } catch (FormRefused e) {
            refused = e.errors().keySet().stream().sorted().toList();
        } catch (TaskNotFound e) {
            refused = NOT_FOUND;
        }
        assertions++;
        var expected = line.list("geweigerd").stream().sorted().toList();
        if (!refused.equals(expected)) {
            throw new Otherwise(
                    "%s; verwacht: %s, maar het was: %s".formatted(what, refusal(expected), refusal(refused)));
        }
        did(at, what + (refused.isEmpty() ? "" : " (geweigerd: " + String.join(", ", refused) + ")"), answers);
    }

    private static String refusal(List<String> fields) {
        return fields.isEmpty() ? "aangenomen" : "geweigerd om " + String.join(", ", fields);
    }

    private void did(Instant at, String what, Map<String, Object> answers) {
        done.add(new Moment(
                at,
                what
                        + (answers.isEmpty()
                                ? ""
                                : "; antwoorden: " + String.join(", ", new TreeSet<>(answers.keySet())))));
    }

    private void expect(String what, Object expected, Object actual) {
        assertions++;
        if (!expected.equals(actual)) {
            throw new Otherwise("verwacht: %s %s, maar het was: %s".formatted(what, shown(expected), shown(actual)));
        }
    }

    private static String shown(Object value) {
        return switch (value) {
            case null -> "niets";
            case Map<?, ?> map when map.isEmpty() -> "geen";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(each -> "'" + each.getKey() + "' bij "
                                + ((List<?>) each.getValue())
                                        .stream().map(Object::toString).collect(Collectors.joining(" en ")))
                        .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private Map<String, List<String>> names(Words taskToRoles) {
        var names = new TreeMap<String, List<String>>();
        taskToRoles
                .all()
                .forEach(task -> names.put(
                        task,
                        taskToRoles.list(task).stream()
                                .map(cast::roleName)
                                .sorted()
                                .toList()));
        return names;
    }

    /** Each open task with the roles that it lies with: one, unless it is open several times. */
    private Map<String, List<String>> openTasks() {
        var open = new TreeMap<String, List<String>>();
        way().stream()
                .filter(task -> task.state() == TaskState.OPEN)
                .sorted(Comparator.comparing(TaskLine::roleName))
                .forEach(task -> open.computeIfAbsent(task.stepName(), name -> new ArrayList<>())
                        .add(task.roleName()));
        return open;
    }

    private Optional<TaskLine> open(String task) {
        return way().stream()
                .filter(each ->
                        each.state() == TaskState.OPEN && each.stepName().equals(task))
                .findFirst();
    }

    private List<TaskLine> way() {
        return lead.overseer()
                .map(lead::way)
                .orElseThrow(
                        () -> new Otherwise(
                                scenario.group() == null
                                        ? "niemand van de mensen in vooraf.yaml coördineert voor deze jongere; daar is iemand voor nodig"
                                        : "niemand van de mensen in vooraf.yaml heeft met deze groep te maken; daar is iemand voor nodig"));
    }

    /** What happened on the way: what was done with which fields, what opened and expired, what the engine saw happen. */
    private String timeLine() {
        if (lead.id() == 0) {
            return scenario.group() == null ? "  (niet aangemeld)" : "  (niet begonnen)";
        }
        var moments = new ArrayList<>(done);
        lead.overseer()
                .ifPresent(actor -> lead.way(actor).forEach(task -> {
                    moments.add(new Moment(
                            task.openedAt(), "  open: '%s' bij %s".formatted(task.stepName(), task.roleName())));
                    if (task.state() == TaskState.EXPIRED) {
                        moments.add(new Moment(task.closedAt(), "  vervallen: '" + task.stepName() + "'"));
                    }
                }));
        records.of(lead.id())
                .forEach(happening -> told(happening).ifPresent(text -> moments.add(new Moment(happening.at(), text))));
        return moments.stream()
                .sorted(Comparator.comparing(Moment::at))
                .map(moment -> "  %s  %s"
                        .formatted(moment.at().atZone(PlatformClock.ZONE).toLocalDate(), moment.text()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private Optional<String> told(EngineRecords.Happening happening) {
        var process = happening.processId().substring(region().length() + 1);
        if (happening.is("ELEMENT_ACTIVATED")) {
            var phase = cast.phase(process, happening.elementId());
            if (phase.isPresent()) {
                return phase.map(name -> "  fase: " + name);
            }
        }
        return cast.elements().stream()
                .filter(element -> element.processId().equals(process)
                        && element.elementId().equals(happening.elementId()))
                .filter(element -> happening.is("ELEMENT_COMPLETED"))
                .map(element -> switch (element.kind()) {
                    case EVENT -> "  gebeurtenis: '" + element.name() + "'";
                    case END -> "  einde: '" + element.name() + "'";
                    default -> null;
                })
                .filter(text -> text != null)
                .findFirst();
    }
}
