package nl.landingsbaan.proof;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.place.PlaceKind;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.region.GroupRule;
import nl.landingsbaan.platform.region.Organisation;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;

/** A region as its scenarios see it: its people at work, its roles, and the steps of its route. */
final class Cast {

    private final Region region;
    private final RegionScenarios scenarios;
    private final Regions regions;
    private final Routes routes;
    private final Map<String, Role> roles;
    private final List<Organisation> organisations;
    private final Set<String> placeKinds;
    private final List<Step> steps;
    private final List<ModelElement> elements;
    private final Map<String, Actor> people = new LinkedHashMap<>();
    private final Map<String, List<Long>> youngPeople = new HashMap<>();
    private Actor administrator;

    Cast(Regions regions, Routes routes, Places places, Region region, RegionScenarios scenarios) {
        this.regions = regions;
        this.routes = routes;
        this.region = region;
        this.scenarios = scenarios;
        this.roles = regions.roles(region.id());
        this.organisations = regions.organisations(region.id());
        this.placeKinds =
                places.kinds(region.id()).stream().map(PlaceKind::code).collect(Collectors.toSet());
        var version = routes.current(region.id()).orElseThrow().id();
        this.steps = routes.allSteps(version);
        this.elements = ModelElement.of(routes.drawings(version));
    }

    /** Everything in the scenarios that this region does not know. */
    List<Mistake> mistakes() {
        var mistakes = new ArrayList<Mistake>();
        for (var person : scenarios.people()) {
            if (!roles.containsKey(person.text("rol"))) {
                unknown(mistakes, person, "rol", "een rol", roles.keySet());
            }
            if (organisation(person.text("organisatie")).isEmpty()) {
                unknown(
                        mistakes,
                        person,
                        "organisatie",
                        "een organisatie",
                        organisations.stream().map(Organisation::code).toList());
            }
        }
        var known = new HashSet<>(names(StepKind.USER_TASK));
        known.addAll(names(StepKind.MESSAGE));
        known.addAll(names(StepKind.GROUP_START));
        known.add(Scenario.REFERRAL);
        for (var step : scenarios.answers().all()) {
            if (!known.contains(step)) {
                mistakes.add(unknown(scenarios.answers(), step, step, "een taak of melding", known));
            } else {
                fields(mistakes, scenarios.answers().words(step), step);
            }
        }
        scenarios.scenarios().forEach(scenario -> check(mistakes, scenario));
        return mistakes;
    }

    private void check(List<Mistake> mistakes, Scenario scenario) {
        var opening = scenario.opening();
        who(mistakes, opening, "door");
        if (scenario.group() == null) {
            fields(mistakes, opening.words("antwoorden"), Scenario.REFERRAL);
        } else {
            group(mistakes, opening);
        }
        var anchors = anchors(scenario);
        var begins = scenario.group() == null ? "dag" : "begint";
        if (anchors != null && scenario.movesAnchors()) {
            alone(mistakes, scenario);
        }
        if (anchors == null) {
            mistakes.add(new Mistake(
                    scenario.file(),
                    opening.line(begins),
                    "De kalender van de regio heeft geen schooljaar bij deze dag.",
                    "Kies een andere dag, of vul de kalender in region.yaml aan."));
            return;
        }
        var day = day(mistakes, opening, begins, anchors);
        if (day == null) {
            return;
        }
        for (var line : scenario.course()) {
            var words = line.words();
            if (line.has("dag")) {
                var next = day(mistakes, words, "dag", anchors);
                if (next != null && next.isBefore(day)) {
                    mistakes.add(new Mistake(
                            words.file(),
                            words.line("dag"),
                            "%s is %s en ligt voor de regel erboven (%s)."
                                    .formatted(words.text("dag"), written(next), written(day)),
                            "Zet de regels op volgorde van de dagen."));
                }
                day = next == null ? day : next;
            }
            var today = new HashMap<>(anchors);
            today.put("vandaag", day);
            if (words.has("taken")) {
                var tasks = words.words("taken");
                for (var task : tasks.all()) {
                    if (!names(StepKind.USER_TASK).contains(task)) {
                        mistakes.add(unknown(tasks, task, task, "een taak", names(StepKind.USER_TASK)));
                    }
                    tasks.list(task).stream()
                            .filter(role -> !roles.containsKey(role))
                            .forEach(role -> mistakes.add(unknown(tasks, task, role, "een rol", roles.keySet())));
                }
            }
            if (words.has("uiterlijk")) {
                var last = words.words("uiterlijk");
                for (var task : last.all()) {
                    if (!names(StepKind.USER_TASK).contains(task)) {
                        mistakes.add(unknown(last, task, task, "een taak", names(StepKind.USER_TASK)));
                    }
                    day(mistakes, last, task, today);
                }
            }
            among(
                    mistakes,
                    words,
                    "fase",
                    "een fase",
                    steps.stream()
                            .filter(step -> step.kind() == StepKind.PHASE)
                            .map(Step::phase)
                            .collect(Collectors.toSet()));
            among(
                    mistakes,
                    words,
                    "uitkomst",
                    "een uitkomst",
                    steps.stream()
                            .filter(step -> step.kind() == StepKind.OUTCOME || step.kind() == StepKind.GROUP_OUTCOME)
                            .map(Step::outcome)
                            .collect(Collectors.toSet()));
            among(mistakes, words, "wacht_op", "een soort plek", placeKinds);
            var changed = words.words("plekken");
            changed.all().stream()
                    .filter(kind -> !placeKinds.contains(kind))
                    .forEach(kind -> mistakes.add(unknown(changed, kind, kind, "een soort plek", placeKinds)));
            who(mistakes, words, "door");
            var step = line.has("doet") ? "doet" : "meldt";
            var names = names(line.has("doet") ? StepKind.USER_TASK : StepKind.MESSAGE);
            among(mistakes, words, step, line.has("doet") ? "een taak" : "een melding", names);
            if (line.has(step) && names.contains(line.text(step))) {
                fields(mistakes, words.words("antwoorden"), line.text(step));
            }
            moved(mistakes, words.words("verzet"), anchors);
        }
    }

    private void group(List<Mistake> mistakes, Words opening) {
        var rules = region.settings().groups();
        among(
                mistakes,
                opening,
                "groep",
                "een groep",
                rules.stream().map(GroupRule::code).collect(Collectors.toSet()));
        among(
                mistakes,
                opening,
                "schooljaar",
                "een schooljaar",
                regions.calendar(region.id()).stream().map(SchoolYear::code).collect(Collectors.toSet()));
        region.settings().group(opening.text("groep")).ifPresent(rule -> {
            if (rule.per() != null) {
                among(mistakes, opening, "deel", "een deel", parts(rule));
                if (!opening.has("deel")) {
                    mistakes.add(new Mistake(
                            opening.file(),
                            opening.line(),
                            "Er is een groep voor elke keuze van '" + rule.per() + "'; voor welke is dit?",
                            "Voeg 'deel: ...' toe: " + String.join(", ", parts(rule)) + "."));
                }
            }
            if (rule.byHand() != opening.has("door")) {
                mistakes.add(new Mistake(
                        opening.file(),
                        opening.line("door"),
                        rule.byHand()
                                ? "Wie start deze groep?"
                                : "Deze groep begint volgens de kalender, door niemand.",
                        rule.byHand() ? "Voeg 'door: ...' toe." : "Haal 'door' weg."));
            }
        });
    }

    private Set<String> parts(GroupRule rule) {
        return new TreeSet<>(
                routes
                        .catalogue(routes.current(region.id()).orElseThrow().id())
                        .field(rule.per())
                        .orElseThrow()
                        .choices()
                        .stream()
                        .map(Choice::value)
                        .toList());
    }

    private void moved(List<Mistake> mistakes, Words moved, Map<String, LocalDate> anchors) {
        for (var anchor : moved.all()) {
            if (!anchors.containsKey(anchor) || SchoolYear.BIRTHDAYS.containsKey(anchor)) {
                var known = new HashSet<>(anchors.keySet());
                known.removeAll(SchoolYear.BIRTHDAYS.keySet());
                mistakes.add(unknown(moved, anchor, anchor, "een anker", known));
                continue;
            }
            var to = day(mistakes, moved, anchor, anchors);
            if (to != null) {
                anchors.put(anchor, to);
            }
        }
    }

    /** An anchor moves for everybody of its school year, and who does it must be there. */
    private void alone(List<Mistake> mistakes, Scenario scenario) {
        var year = year(scenario).orElseThrow().code();
        scenarios.scenarios().stream()
                .filter(other -> other != scenario
                        && year(other).filter(each -> each.code().equals(year)).isPresent())
                .findFirst()
                .ifPresent(other -> mistakes.add(new Mistake(
                        scenario.file(),
                        scenario.opening().line(),
                        "Een dag verzetten geldt voor iedereen van schooljaar " + year + ", ook voor die van "
                                + other.file().getFileName() + ".",
                        "Laat de jongere van dit scenario in een schooljaar beginnen dat geen ander scenario heeft.")));
        if (administrators().isEmpty()) {
            mistakes.add(new Mistake(
                    scenario.file(),
                    0,
                    "Er is geen rol die de kalender mag verzetten.",
                    "Geef in region.yaml een rol het recht 'beheren'."));
        }
    }

    private List<String> administrators() {
        return roles.values().stream()
                .filter(role -> role.rights().contains(Right.ADMINISTER))
                .map(Role::code)
                .toList();
    }

    private LocalDate day(List<Mistake> mistakes, Words words, String word, Map<String, LocalDate> anchors) {
        try {
            return Day.read(words.text(word), anchors);
        } catch (DateTimeException e) {
            mistakes.add(new Mistake(
                    words.file(),
                    words.line(word),
                    e.getMessage(),
                    "Schrijf een datum (2026-03-02) of tel vanaf een van: "
                            + anchors.keySet().stream().sorted().collect(Collectors.joining(", ")) + "."));
            return null;
        }
    }

    private void who(List<Mistake> mistakes, Words words, String word) {
        among(
                mistakes,
                words,
                word,
                "iemand",
                scenarios.people().stream().map(person -> person.text("naam")).collect(Collectors.toSet()));
    }

    private void among(List<Mistake> mistakes, Words words, String word, String what, Set<String> known) {
        if (words.has(word) && !known.contains(words.text(word))) {
            unknown(mistakes, words, word, what, known);
        }
    }

    private void unknown(List<Mistake> mistakes, Words words, String word, String what, Collection<String> known) {
        mistakes.add(unknown(words, word, words.text(word), what, known));
    }

    private Mistake unknown(Words words, String word, String value, String what, Collection<String> known) {
        return new Mistake(
                words.file(),
                words.line(word),
                "'%s' is niet %s van %s.".formatted(value, what, region.name()),
                "Kies uit: " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    private void fields(List<Mistake> mistakes, Words answers, String step) {
        var forms = steps.stream()
                .filter(each -> each.formId() != null && isCalled(each, step))
                .map(each -> routes.form(each.routeVersionId(), each.formId()))
                .toList();
        if (forms.isEmpty()) {
            return;
        }
        for (var field : answers.all()) {
            if (forms.stream().noneMatch(form -> form.field(field).isPresent())) {
                mistakes.add(new Mistake(
                        answers.file(),
                        answers.line(field),
                        "Het formulier van '" + step + "' vraagt niet naar '" + field + "'.",
                        "Haal de regel weg, of kies uit: "
                                + forms.stream()
                                        .flatMap(form -> form.questions().stream())
                                        .map(each -> each.key())
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + "."));
            }
        }
    }

    private static boolean isCalled(Step step, String name) {
        return step.kind() == StepKind.START
                ? name.equals(Scenario.REFERRAL)
                : step.name().equals(name);
    }

    private Set<String> names(StepKind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .map(Step::name)
                .collect(Collectors.toSet());
    }

    /** Lets the people come to work; the administrator only where one is needed, and in no list of people. */
    void hire(People registry) {
        if (scenarios.scenarios().stream().anyMatch(Scenario::movesAnchors)) {
            administrator = hire(
                    registry,
                    "Beheerder",
                    organisations.getFirst().id(),
                    administrators().getFirst());
        }
        for (var person : scenarios.people()) {
            var name = person.text("naam");
            people.put(
                    name,
                    hire(
                            registry,
                            name,
                            organisation(person.text("organisatie"))
                                    .orElseThrow()
                                    .id(),
                            person.text("rol")));
        }
    }

    private Actor hire(People registry, String name, long organisationId, String role) {
        var account = registry.createAccount(
                name + "@" + SchoolYearPass.MARK + "." + region.code() + ".example",
                name + " " + SchoolYearPass.MARK,
                "niet-" + System.nanoTime() + "-te-raden");
        registry.addMembership(account, region.id(), organisationId, role);
        return registry.actor(account, region.id()).orElseThrow();
    }

    /** Who sets up the region. */
    Actor administrator() {
        return administrator;
    }

    /**
     * The anchors of the school year for which a scenario's young person is referred, and the young person's own, or of the group's
     * school year; null when the calendar has none.
     */
    Map<String, LocalDate> anchors(Scenario scenario) {
        return year(scenario)
                .map(year -> {
                    var anchors = new HashMap<>(year.anchors());
                    if (scenario.group() == null) {
                        SchoolYear.BIRTHDAYS.forEach(
                                (code, age) -> anchors.put(code, scenario.born().plusYears(age)));
                    }
                    return anchors;
                })
                .orElse(null);
    }

    Optional<SchoolYear> year(Scenario scenario) {
        var named = scenario.group() == null ? null : scenario.group().schoolYear();
        if (named != null) {
            return regions.schoolYear(region.id(), named);
        }
        LocalDate day;
        try {
            day = Day.read(scenario.begin(), Map.of());
        } catch (DateTimeException e) {
            return Optional.empty(); // an anchor, of which school year nobody says
        }
        return scenario.group() == null
                ? regions.startingAfter(region.id(), day)
                : regions.calendar(region.id()).stream()
                        .filter(year -> begins(scenario.group().code(), year, day))
                        .findFirst()
                        .or(() -> regions.calendar(region.id()).stream()
                                .filter(year -> !year.startsOn().isAfter(day))
                                .reduce((earlier, later) -> later));
    }

    private boolean begins(String code, SchoolYear year, LocalDate day) {
        return region.settings()
                .group(code)
                .filter(rule -> rule.on().stream()
                        .anyMatch(each -> each.in(year).filter(day::equals).isPresent()))
                .isPresent();
    }

    /** The name of the step with whose form somebody starts groups of this code. */
    String startOf(String code) {
        var process = region.settings().group(code).orElseThrow().processId();
        return steps.stream()
                .filter(step ->
                        step.kind() == StepKind.GROUP_START && step.processId().equals(process))
                .map(Step::name)
                .findFirst()
                .orElseThrow();
    }

    /** A young person of a scenario was referred. */
    void referred(String firstName, long transferId) {
        youngPeople.computeIfAbsent(firstName, name -> new ArrayList<>()).add(transferId);
        var number = firstName.lastIndexOf(' ');
        if (number > 0) {
            youngPeople
                    .computeIfAbsent(firstName.substring(0, number), name -> new ArrayList<>())
                    .add(transferId);
        }
    }

    /** The transfers of the young people with this first name: one, or all of those who are played at once. */
    List<Long> transfers(String firstName) {
        return youngPeople.getOrDefault(firstName, List.of());
    }

    Region region() {
        return region;
    }

    RegionScenarios scenarios() {
        return scenarios;
    }

    List<ModelElement> elements() {
        return elements;
    }

    /** The phase that an element is; empty when it is none. */
    Optional<String> phase(String processId, String elementId) {
        return steps.stream()
                .filter(step -> step.kind() == StepKind.PHASE
                        && step.processId().equals(processId)
                        && step.elementId().equals(elementId))
                .map(Step::name)
                .findFirst();
    }

    Map<String, Actor> people() {
        return people;
    }

    Actor person(String name) {
        return people.get(name);
    }

    String roleName(String code) {
        return roles.get(code).name();
    }

    Optional<Organisation> organisation(String code) {
        return organisations.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    static String written(LocalDate day) {
        return "%d-%02d-%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
