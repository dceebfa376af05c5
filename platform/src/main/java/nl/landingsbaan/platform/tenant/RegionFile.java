package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.HistoricalTotal;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.RegionDefinition;
import nl.landingsbaan.platform.region.RegionSettings;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.region.SchoolYear;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A region's {@code region.yaml}.
 *
 * @param route folder in the library
 * @param rootProcessId the process in which a transfer starts
 */
record RegionFile(RegionDefinition definition, String route, String rootProcessId) {

    static final String NAME = "region.yaml";

    /** Who takes part on behalf of the school that refers, whichever it is. */
    private static final String REFERRING_SCHOOL = "school";

    private static final Pattern SCHOOL_YEAR = Pattern.compile("\\d{4}-\\d{4}");

    /** Anchors that the platform itself needs: who starts when, and until when one can be referred. */
    private static final List<String> NEEDED_ANCHORS = List.of(SchoolYear.START_MBO, "kerst");

    /** The anchors that routes share, in the order in which they come. */
    private static final List<String> ANCHORS_IN_ORDER = List.of(
            "aanmelddeadline",
            "einde_cse",
            "zomervakantie",
            "start_schooljaar",
            SchoolYear.START_MBO,
            "oktober_1",
            "kerst",
            "volgend_jaar_start_mbo");

    /**
     * Reads and checks the file of a region's folder.
     *
     * @throws TenantRefused with everything that is wrong in it
     */
    static RegionFile read(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        var problems = new Problems(file);
        var root = compose(file, problems);
        var region = root == null
                ? null
                : new Reader(problems, root, folder.getFileName().toString()).read();
        if (!problems.inOrder().isEmpty()) {
            throw new TenantRefused(problems.inOrder());
        }
        return region;
    }

    private static Node compose(Path file, Problems problems) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            var root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                problems.at(0, "Het bestand is leeg.", "Beschrijf de regio; neem een andere regio als voorbeeld.");
            }
            return root;
        } catch (MarkedYAMLException e) {
            problems.at(
                    e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1,
                    "Vanaf hier is het bestand geen leesbare YAML.",
                    "Kijk naar inspringing, dubbele punten en aanhalingstekens op of net boven deze regel.");
        } catch (YAMLException | MalformedInputException e) {
            problems.at(0, "Het bestand is geen leesbare tekst.", "Sla het op als UTF-8.");
        } catch (NoSuchFileException e) {
            problems.at(0, "Het bestand ontbreekt.", "Maak het, of haal de map van deze regio weg.");
        }
        return null;
    }

    private static final class Reader {

        private final Problems problems;
        private final Section root;
        private final String folder;

        Reader(Problems problems, Node node, String folder) {
            this.problems = problems;
            this.root = new Section(problems, node, "de regio");
            this.folder = folder;
        }

        RegionFile read() {
            var code = root.code("code", 40);
            if (code != null && !code.equals(folder)) {
                root.problem(
                        "code",
                        "De code '" + code + "' is anders dan de naam van de map '" + folder + "'.",
                        "Geef map en code dezelfde naam.");
            }
            var name = root.text("naam", 120);
            var programme = root.text("programma", 120);
            var route = root.code("route", 60);
            var rootProcessId = root.text("hoofdproces", 200);
            var threshold = root.number("drempel", 3, 100);
            var roles = roles();
            var organisations = organisations();
            var participants = participants(codes(roles), organisations);
            var parameters = parameters();
            var measures = measures();
            var outcomes = outcomes();
            var history = history(measures.stream().map(Measure::code).collect(Collectors.toSet()));
            var calendar = calendar();
            root.nothingElse();
            if (!problems.inOrder().isEmpty()) {
                return null;
            }
            var settings = new RegionSettings(threshold, parameters, participants, measures, history, outcomes);
            return new RegionFile(
                    new RegionDefinition(code, name, programme, settings, roles, organisations, calendar),
                    route,
                    rootProcessId);
        }

        private List<Role> roles() {
            var roles = new ArrayList<Role>();
            var codes = new HashSet<String>();
            for (var section : root.sections("rollen", "een rol")) {
                var code = once(codes, section, "code", section.code("code", 40));
                var name = section.text("naam", 120);
                var rights = rights(section);
                section.nothingElse();
                if (code != null) {
                    roles.add(new Role(code, name, rights));
                }
            }
            if (roles.isEmpty()) {
                root.problem(
                        "rollen",
                        "De regio heeft geen rollen.",
                        "Noem onder 'rollen' elke rol met code, naam en rechten.");
            }
            return roles;
        }

        private Set<Right> rights(Section section) {
            var rights = EnumSet.noneOf(Right.class);
            section.words("rechten")
                    .forEach((word, node) -> Right.of(word)
                            .ifPresentOrElse(
                                    rights::add,
                                    () -> problems.at(
                                            node,
                                            "Het recht '" + word + "' bestaat niet.",
                                            oneOf(Arrays.stream(Right.values())
                                                    .map(Right::word)
                                                    .toList()))));
            return rights;
        }

        private List<RegionDefinition.NewOrganisation> organisations() {
            var organisations = new ArrayList<RegionDefinition.NewOrganisation>();
            var codes = new HashSet<String>();
            for (var section : root.sections("organisaties", "een organisatie")) {
                var code = once(codes, section, "code", section.code("code", 60));
                var name = section.text("naam", 160);
                var word = section.text("soort", 20);
                var kind = word == null ? null : OrganisationKind.of(word).orElse(null);
                if (word != null && kind == null) {
                    section.problem(
                            "soort",
                            "De soort '" + word + "' bestaat niet.",
                            oneOf(Arrays.stream(OrganisationKind.values())
                                    .map(OrganisationKind::word)
                                    .toList()));
                }
                section.nothingElse();
                if (code != null) {
                    organisations.add(new RegionDefinition.NewOrganisation(code, name, kind));
                }
            }
            if (organisations.isEmpty()) {
                root.problem(
                        "organisaties",
                        "De regio heeft geen organisaties.",
                        "Noem onder 'organisaties' elke organisatie met code, naam en soort.");
            }
            return organisations;
        }

        private Map<String, String> participants(
                Set<String> roles, List<RegionDefinition.NewOrganisation> organisations) {
            var organisationCodes = organisations.stream()
                    .map(RegionDefinition.NewOrganisation::code)
                    .collect(Collectors.toCollection(TreeSet::new));
            organisationCodes.add(REFERRING_SCHOOL);
            var participants = new LinkedHashMap<String, String>();
            var section = root.section("deelnemers");
            for (var role : section.codes()) {
                var organisation = section.code(role, 60);
                if (!roles.contains(role)) {
                    section.problem(role, "De rol '" + role + "' bestaat niet.", oneOf(roles));
                } else if (organisation != null && !organisationCodes.contains(organisation)) {
                    section.problem(
                            role, "De organisatie '" + organisation + "' bestaat niet.", oneOf(organisationCodes));
                } else {
                    participants.put(role, organisation);
                }
            }
            return participants;
        }

        private Map<String, Object> parameters() {
            var parameters = new LinkedHashMap<String, Object>();
            var section = root.section("parameters");
            for (var code : section.codes()) {
                parameters.put(code, section.engineValue(code));
            }
            return parameters;
        }

        private List<Measure> measures() {
            var measures = new ArrayList<Measure>();
            var codes = new HashSet<String>();
            for (var section : root.sections("meetpunten", "een meetpunt")) {
                var code = once(codes, section, "code", section.code("code", 40));
                var name = section.text("naam", 120);
                var countsEverybody = !section.has("veld") && !section.has("waarde");
                var field = countsEverybody ? section.absent("veld") : section.text("veld", 80);
                var value = countsEverybody ? section.absent("waarde") : section.text("waarde", 80);
                var target = section.number("streefwaarde", 0, 1_000_000);
                section.nothingElse();
                if (code != null && target != null) {
                    measures.add(new Measure(code, name, field, value, target));
                }
            }
            return measures;
        }

        private Map<String, String> outcomes() {
            var outcomes = new LinkedHashMap<String, String>();
            var section = root.section("uitkomsten");
            for (var code : section.codes()) {
                outcomes.put(code, section.text(code, 120));
            }
            return outcomes;
        }

        private List<HistoricalTotal> history(Set<String> measures) {
            var history = new ArrayList<HistoricalTotal>();
            var seen = new HashSet<String>();
            for (var section : root.sections("historie", "een regel van de historie")) {
                var year = schoolYear(section);
                var measure = section.code("meetpunt", 40);
                var total = section.number("aantal", 0, 1_000_000);
                var source = section.text("bron", 200);
                section.nothingElse();
                if (measure != null && !measures.contains(measure)) {
                    section.problem("meetpunt", "Het meetpunt '" + measure + "' bestaat niet.", oneOf(measures));
                }
                if (year != null && measure != null && !seen.add(year + " " + measure)) {
                    section.problem(
                            "schooljaar",
                            "Het meetpunt '" + measure + "' heeft voor " + year + " al een totaal.",
                            "Haal een van de twee weg.");
                }
                if (total != null) {
                    history.add(new HistoricalTotal(year, measure, total, source));
                }
            }
            return history;
        }

        private List<SchoolYear> calendar() {
            var years = new ArrayList<SchoolYear>();
            var codes = new HashSet<String>();
            SchoolYear before = null;
            for (var section : root.sections("kalender", "een schooljaar")) {
                var code = once(codes, section, "schooljaar", schoolYear(section));
                var start = section.date("begin");
                var end = section.date("eind");
                if (start != null && end != null && !start.isBefore(end)) {
                    section.problem(
                            "eind",
                            "Het schooljaar eindigt niet na het begin.",
                            "Zet 'eind' later dan 'begin' (" + start + ").");
                }
                if (before != null && start != null && before.endsOn() != null && !start.isAfter(before.endsOn())) {
                    section.problem(
                            "begin",
                            "Dit schooljaar begint voordat schooljaar " + before.code() + " eindigt (" + before.endsOn()
                                    + ").",
                            "Zet de schooljaren op volgorde en laat ze elkaar niet overlappen.");
                }
                var anchors = anchors(section, start, end);
                section.nothingElse();
                before = new SchoolYear(code, start, end, anchors);
                years.add(before);
            }
            if (years.isEmpty()) {
                root.problem(
                        "kalender",
                        "De kalender heeft geen schooljaar.",
                        "Noem onder 'kalender' ten minste het lopende schooljaar.");
            }
            return years;
        }

        private Map<String, LocalDate> anchors(Section year, LocalDate start, LocalDate end) {
            var section = year.section("ankers");
            var anchors = new LinkedHashMap<String, LocalDate>();
            for (var code : section.codes()) {
                var date = section.date(code);
                if (date != null) {
                    anchors.put(code, date);
                }
            }
            for (var needed : NEEDED_ANCHORS) {
                var date = anchors.get(needed);
                if (!section.has(needed)) {
                    year.problem(
                            "ankers",
                            "Het anker '" + needed + "' ontbreekt.",
                            "Voeg onder 'ankers' een regel '" + needed + ": jjjj-mm-dd' toe.");
                } else if (date != null
                        && start != null
                        && end != null
                        && (date.isBefore(start) || date.isAfter(end))) {
                    section.problem(
                            needed,
                            "Het anker '" + needed + "' (" + date + ") ligt buiten het schooljaar.",
                            "Kies een dag van " + start + " tot en met " + end + ".");
                }
            }
            var inOrder = ANCHORS_IN_ORDER.stream().filter(anchors::containsKey).toList();
            for (int next = 1; next < inOrder.size(); next++) {
                var earlier = inOrder.get(next - 1);
                var later = inOrder.get(next);
                if (!anchors.get(earlier).isBefore(anchors.get(later))) {
                    section.problem(
                            later,
                            "Het anker '" + later + "' (" + anchors.get(later) + ") ligt niet na '" + earlier + "' ("
                                    + anchors.get(earlier) + ").",
                            "Controleer beide datums; ankers van voor de start liggen in het schooljaar ervoor.");
                }
            }
            return anchors;
        }

        private static String schoolYear(Section section) {
            var code = section.text("schooljaar", 9);
            if (code == null) {
                return null;
            }
            if (SCHOOL_YEAR.matcher(code).matches()
                    && Integer.parseInt(code.substring(5)) == Integer.parseInt(code.substring(0, 4)) + 1) {
                return code;
            }
            section.problem(
                    "schooljaar",
                    "'" + code + "' is geen schooljaar.",
                    "Schrijf twee opvolgende jaren, zoals 2026-2027.");
            return null;
        }

        private static String once(Set<String> seen, Section section, String key, String code) {
            if (code == null || seen.add(code)) {
                return code;
            }
            section.problem(
                    key, "'" + code + "' komt al eerder voor.", "Kies een andere code, of haal een van de twee weg.");
            return null;
        }

        private static Set<String> codes(List<Role> roles) {
            return roles.stream().map(Role::code).filter(Objects::nonNull).collect(Collectors.toSet());
        }

        private static String oneOf(Collection<String> choices) {
            return "Kies een van: " + choices.stream().sorted().collect(Collectors.joining(", ")) + ".";
        }
    }
}
