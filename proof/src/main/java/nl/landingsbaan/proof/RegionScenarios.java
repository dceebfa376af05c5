package nl.landingsbaan.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scenarios of a region, and what holds for all of them: its people and what is usually answered, so that a scenario names
 * only what is different.
 *
 * @param people {@code mensen}: {@code naam}, {@code rol}, {@code organisatie}
 * @param answers {@code antwoorden}: task or event to field to answer
 * @param unproven {@code niet_beproefd}: element of the drawing to the reason why no scenario comes there
 */
record RegionScenarios(String region, List<Words> people, Words answers, Words unproven, List<Scenario> scenarios) {

    static final String BEFOREHAND = "vooraf.yaml";

    private static final String FOLDER = "scenarios";

    Map<String, Object> answersTo(String step) {
        return answers.map(step);
    }

    /** The first date on which a scenario begins. */
    LocalDate begin() {
        return scenarios.stream()
                .map(Scenario::begin)
                .filter(day -> Character.isDigit(day.charAt(0)))
                .map(day -> Day.read(day, Map.of()))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The regions of a tenants' folder. */
    static List<String> regions(Path tenants) {
        try (var folders = Files.list(tenants)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ScenariosRefused with everything that cannot be read, of all these regions */
    static List<RegionScenarios> read(Path tenants, List<String> regions) {
        var mistakes = new ArrayList<Mistake>();
        var read = regions.stream()
                .map(region -> read(tenants.resolve(region), region, mistakes))
                .toList();
        if (!mistakes.isEmpty()) {
            throw new ScenariosRefused(mistakes);
        }
        return read;
    }

    private static RegionScenarios read(Path tenant, String region, List<Mistake> mistakes) {
        var folder = tenant.resolve(FOLDER);
        var beforehand = folder.resolve(BEFOREHAND);
        if (!Files.isRegularFile(beforehand)) {
            mistakes.add(new Mistake(
                    beforehand,
                    0,
                    Files.isDirectory(tenant)
                            ? "De regio '" + region + "' heeft geen scenario's: dit bestand ontbreekt."
                            : "Er is geen regio '" + region + "'.",
                    Files.isDirectory(tenant)
                            ? "Zet er de mensen in en de gewone antwoorden; kijk hoe een andere regio dat doet."
                            : "Kies een van de mappen van " + tenant.getParent().normalize() + "."));
            return null;
        }
        try (var files = Files.list(folder)) {
            var before = Words.of(beforehand, mistakes);
            before.only(Set.of("mensen", "antwoorden", "niet_beproefd"));
            var people = before.listOfWords("mensen");
            people.forEach(person -> {
                person.only(Set.of("naam", "rol", "organisatie"));
                person.required("naam");
                person.required("rol");
                person.required("organisatie");
            });
            var scenarios = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith(BEFOREHAND))
                    .sorted()
                    .map(file -> scenario(file, mistakes))
                    .toList();
            if (scenarios.isEmpty()) {
                mistakes.add(new Mistake(
                        folder, 0, "Er staan geen scenario's in deze map.", "Zet er een bestand per scenario in."));
            }
            return new RegionScenarios(
                    region, people, before.words("antwoorden"), before.words("niet_beproefd"), scenarios);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario scenario(Path file, List<Mistake> mistakes) {
        try {
            var before = mistakes.size();
            var words = Words.of(file, mistakes);
            if (mistakes.size() > before) {
                return null;
            }
            if (words.has("groep")) {
                return group(file, words);
            }
            words.only(Scenario.WORDS);
            var name = words.required("naam");
            var youngPerson = words.required("jongere");
            var referral = words.words("aanmelding");
            if (!words.has("aanmelding")) {
                words.refuse(1, "'aanmelding' ontbreekt.", "Schrijf 'aanmelding: {dag: 2026-03-02, door: ...}'.");
            } else {
                referral.only(Scenario.WORDS_OF_REFERRAL);
                referral.required("door");
                firstDay(referral);
            }
            return new Scenario(file, name, youngPerson, number(words), born(words), referral, null, course(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate born(Words scenario) {
        if (!scenario.has("geboren")) {
            return SchoolYearPass.BIRTH_DATE;
        }
        try {
            return LocalDate.parse(scenario.required("geboren"));
        } catch (DateTimeException e) {
            scenario.refuse(
                    scenario.line("geboren"),
                    "'" + scenario.text("geboren") + "' is geen datum.",
                    "Schrijf jaar, maand en dag: 'geboren: 2008-11-02'.");
            return SchoolYearPass.BIRTH_DATE;
        }
    }

    private static Scenario group(Path file, Words words) {
        words.only(Scenario.WORDS_OF_GROUP);
        var name = words.required("naam");
        words.required("groep");
        words.required("begint");
        if (words.has("antwoorden") && !words.has("door")) {
            words.refuse(words.line("antwoorden"), "Wie start deze groep?", "Voeg 'door: ...' toe.");
        }
        return new Scenario(
                file, name, null, 1, SchoolYearPass.BIRTH_DATE, null, new Scenario.Group(words), course(words));
    }

    private static List<Scenario.Line> course(Words words) {
        var course =
                words.listOfWords("verloop").stream().map(Scenario.Line::new).toList();
        course.forEach(RegionScenarios::check);
        return course;
    }

    private static int number(Words words) {
        if (!words.has("aantal")) {
            return 1;
        }
        var written = words.text("aantal");
        if (written != null && written.matches("[1-9]\\d{0,2}")) {
            return Integer.parseInt(written);
        }
        words.refuse(words.line("aantal"), "'aantal' is geen getal van 1 tot en met 999.", "Schrijf 'aantal: 12'.");
        return 1;
    }

    private static void firstDay(Words referral) {
        var day = referral.required("dag");
        try {
            if (!day.isBlank()) {
                Day.read(day, Map.of());
            }
        } catch (DateTimeException e) {
            referral.refuse(
                    referral.line("dag"), e.getMessage(), "Noem de dag van aanmelding als datum: 'dag: 2026-03-02'.");
        }
    }

    private static void check(Scenario.Line line) {
        var words = line.words();
        words.only(Scenario.Line.KNOWN);
        var does = words.has("doet");
        var reports = words.has("meldt");
        if (does && reports) {
            words.refuse(
                    words.line("meldt"),
                    "Een regel doet een taak of meldt iets, niet allebei.",
                    "Maak er twee regels van.");
        }
        if (reports && !words.has("door")) {
            words.refuse(words.line("meldt"), "Wie meldt dit?", "Voeg 'door: ...' toe.");
        }
        for (var word : List.of("door", "antwoorden", "zonder", "geweigerd")) {
            if (words.has(word) && !does && !reports) {
                words.refuse(
                        words.line(word),
                        "'" + word + "' hoort bij iets wat gedaan of gemeld wordt.",
                        "Voeg 'doet: ...' of 'meldt: ...' toe, of haal '" + word + "' weg.");
            }
        }
        var places = words.words("plekken");
        places.all().stream()
                .filter(kind -> !String.valueOf(places.text(kind)).matches("\\d{1,4}"))
                .forEach(kind -> places.refuse(
                        places.line(kind),
                        "Het aantal plekken van '" + kind + "' is geen getal.",
                        "Schrijf bijvoorbeeld 'plekken: {" + kind + ": 15}'."));
        if (words.all().stream().noneMatch(word -> !word.equals("dag"))) {
            words.refuse(
                    words.line(),
                    "Op deze regel staat niet wat er dan zo is of gebeurt.",
                    "Voeg 'taken:', 'fase:', 'leden:', 'uitkomst:', 'wacht_op:', 'plekken:', 'doet:', 'meldt:' of 'verzet:' toe.");
        }
    }
}
