package nl.landingsbaan.platform.tenant;

import java.io.IOException;
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
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.place.PlaceKind;
import nl.landingsbaan.platform.region.ContactRules;
import nl.landingsbaan.platform.region.GroupRule;
import nl.landingsbaan.platform.region.HolidayRegion;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.RegionDefinition;
import nl.landingsbaan.platform.region.RegionSettings;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.region.Sharing;
import nl.landingsbaan.platform.route.Dialect;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A region's {@code region.yaml}.
 *
 * @param route folder in the library
 * @param rootProcessId the process in which a transfer starts
 * @param roleOf role of the library to role of the region
 * @param places the places of which the region has only so many
 * @param words what the region says instead of a word of the library
 * @param in process of the route to what is called otherwise in it
 * @param holidayRegion where the region lies; null when it does not say
 * @param schoolWeeks whether it counts in weeks of school
 */
record RegionFile(
        RegionDefinition definition,
        String route,
        String rootProcessId,
        Map<String, String> roleOf,
        List<PlaceKind> places,
        Map<String, String> words,
        Map<String, Dialect.Otherwise> in,
        HolidayRegion holidayRegion,
        boolean schoolWeeks) {

    /** What says for one process of the route what {@code rolverdeling} and {@code terminologie} say for all. */
    static final String ROLES_IN = "rolverdeling_in";

    static final String WORDS_IN = "terminologie_in";

    static final String NAME = "region.yaml";

    /** Who takes part on behalf of the school that refers, whichever it is. */
    private static final String REFERRING_SCHOOL = "school";

    private static final String YOUNG_PERSON = "jongere";
    private static final String PARENTS = "ouders";
    private static final Set<String> CONSENTERS = Set.of(YOUNG_PERSON, PARENTS);

    /** Whose group it is: the young people of its school year, or of every year. */
    private static final Set<String> GROUP_MEMBERS = Set.of("schooljaar", "alle");

    private static final Pattern SCHOOL_YEAR = Pattern.compile("\\d{4}-\\d{4}");

    static final String HOLIDAY_REGION = "vakantieregio";
    static final String COUNTS_WEEKS_AS = "weken_tellen_als";

    private static final String CALENDAR = "kalender";
    private static final String SCHOOL = "school";

    /**
     * Reads and checks the file of a region's folder.
     *
     * @throws TenantRefused with everything that is wrong in it
     */
    static RegionFile read(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        var problems = new Problems(file);
        var root = YamlFile.compose(file, problems, "Beschrijf de regio; neem een andere regio als voorbeeld.");
        var region = root == null
                ? null
                : new Reader(problems, root, folder.getFileName().toString()).read();
        if (!problems.inOrder().isEmpty()) {
            throw new TenantRefused(problems.inOrder());
        }
        return region;
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
            var calendar = calendar();
            var sharing = sharing(codes(roles));
            var contact = contact();
            var outdated = optional("verouderd_na_maanden", RegionSettings.OUTDATED_AFTER_MONTHS);
            var retention = optional("bewaren_maanden", RegionSettings.RETENTION_MONTHS);
            var caseload = caseload(codes(roles));
            var entryUntil = entryUntil(calendar);
            var groups = groups(codes(roles), organisations, calendar);
            var roleOf = roleOf(root, "rolverdeling", codes(roles));
            var places = places(codes(roles));
            var words = words(root, "terminologie");
            var in = in(codes(roles));
            var holidayRegion = holidayRegion();
            var schoolWeeks = schoolWeeks(holidayRegion);
            root.nothingElse();
            if (!problems.inOrder().isEmpty()) {
                return null;
            }
            var settings = new RegionSettings(
                    threshold,
                    parameters,
                    participants,
                    measures,
                    outcomes,
                    sharing,
                    contact,
                    outdated,
                    retention,
                    caseload,
                    entryUntil,
                    groups);
            return new RegionFile(
                    new RegionDefinition(code, name, programme, settings, roles, organisations, calendar),
                    route,
                    rootProcessId,
                    roleOf,
                    places,
                    words,
                    in,
                    holidayRegion,
                    schoolWeeks);
        }

        private HolidayRegion holidayRegion() {
            if (!root.has(HOLIDAY_REGION)) {
                root.absent(HOLIDAY_REGION);
                return null;
            }
            var word = root.text(HOLIDAY_REGION, 10);
            var region = HolidayRegion.of(word);
            if (word != null && region.isEmpty()) {
                root.problem(
                        HOLIDAY_REGION,
                        "De vakantieregio '" + word + "' bestaat niet.",
                        oneOf(Arrays.stream(HolidayRegion.values())
                                .map(HolidayRegion::word)
                                .toList()));
            }
            return region.orElse(null);
        }

        private boolean schoolWeeks(HolidayRegion holidayRegion) {
            if (!root.has(COUNTS_WEEKS_AS)) {
                root.absent(COUNTS_WEEKS_AS);
                return false;
            }
            var word = root.text(COUNTS_WEEKS_AS, 10);
            if (word != null && !Set.of(CALENDAR, SCHOOL).contains(word)) {
                root.problem(
                        COUNTS_WEEKS_AS, "Weken tellen als '" + word + "' kan niet.", oneOf(List.of(CALENDAR, SCHOOL)));
            }
            if (SCHOOL.equals(word) && !root.has(HOLIDAY_REGION)) {
                root.problem(
                        COUNTS_WEEKS_AS,
                        "Schoolweken zijn niet te tellen zonder vakanties.",
                        "Zeg erbij waar de regio ligt: 'vakantieregio: noord', 'midden' of 'zuid'.");
            }
            return SCHOOL.equals(word);
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

        /** Who does here what the library's drawings ask of a role. */
        private Map<String, String> roleOf(Section of, String key, Set<String> roles) {
            var section = of.section(key);
            var roleOf = new LinkedHashMap<String, String>();
            for (var abstractRole : section.codes()) {
                var role = section.code(abstractRole, 40);
                if (role != null && !roles.contains(role)) {
                    section.problem(abstractRole, "De rol '" + role + "' bestaat niet.", oneOf(roles));
                } else {
                    roleOf.put(abstractRole, role);
                }
            }
            return roleOf;
        }

        /** Of what there are only so many places (002 F 35). */
        private List<PlaceKind> places(Set<String> roles) {
            var section = root.section("plekken");
            var places = new ArrayList<PlaceKind>();
            for (var code : section.codes()) {
                var place = section.section(code);
                var name = place.text("naam", 120);
                var number = place.number("aantal", 0, PlaceKind.MOST);
                var perRole = place.has("per") ? place.code("per", 40) : place.absent("per");
                if (perRole != null && !roles.contains(perRole)) {
                    place.problem("per", "De rol '" + perRole + "' bestaat niet.", oneOf(roles));
                }
                place.nothingElse();
                if (code.length() > 40) {
                    section.problemAtKey(code, "De code '" + code + "' is te lang.", "Gebruik hoogstens 40 tekens.");
                }
                if (number != null) {
                    places.add(new PlaceKind(code, name, number, perRole));
                }
            }
            return places;
        }

        private Map<String, String> words(Section of, String key) {
            var section = of.section(key);
            var words = new LinkedHashMap<String, String>();
            section.codes().forEach(word -> words.put(word, section.text(word, 60)));
            return words;
        }

        /** Process of the route to what is called otherwise in it. */
        private Map<String, Dialect.Otherwise> in(Set<String> roles) {
            var roleOfIn = root.section(ROLES_IN);
            var wordsIn = root.section(WORDS_IN);
            var in = new LinkedHashMap<String, Dialect.Otherwise>();
            for (var process : roleOfIn.codes()) {
                in.put(process, new Dialect.Otherwise(roleOf(roleOfIn, process, roles), Map.of()));
            }
            for (var process : wordsIn.codes()) {
                var roleOf = in.containsKey(process) ? in.get(process).roleOf() : Map.<String, String>of();
                in.put(process, new Dialect.Otherwise(roleOf, words(wordsIn, process)));
            }
            return in;
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
            return participants(root, roles, organisationCodes);
        }

        private static Map<String, String> participants(Section of, Set<String> roles, Set<String> organisationCodes) {
            var participants = new LinkedHashMap<String, String>();
            var section = of.section("deelnemers");
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

        private Sharing sharing(Set<String> roles) {
            if (!root.has("toestemming")) {
                root.absent("toestemming");
                return Sharing.DEFAULT;
            }
            var section = root.section("toestemming");
            var months = section.number("geldig_maanden", 1, 60);
            var shows = yesOrNo(section, "toon_niet_gedeeld");
            var free = categories(section, "zonder_toestemming");
            var consenters = consenters(section);
            var purposes = purposes(section, roles);
            section.nothingElse();
            return months == null ? Sharing.DEFAULT : new Sharing(months, shows, free, consenters, purposes);
        }

        private Set<String> categories(Section section, String key) {
            var codes = new TreeSet<String>();
            section.words(key).forEach((word, node) -> {
                if (Category.of(word).isEmpty()) {
                    problems.at(
                            node,
                            "De categorie '" + word + "' bestaat niet.",
                            oneOf(Arrays.stream(Category.values())
                                    .map(Category::code)
                                    .toList()));
                }
                codes.add(word);
            });
            return codes;
        }

        private List<Sharing.Consenters> consenters(Section section) {
            var consenters = new ArrayList<Sharing.Consenters>();
            for (var each : section.sections("wie", "een leeftijd")) {
                var from = each.number("vanaf", 0, 30);
                var needed = each.words("nodig");
                needed.forEach((word, node) -> {
                    if (!CONSENTERS.contains(word)) {
                        problems.at(node, "'" + word + "' kan geen toestemming geven.", oneOf(CONSENTERS));
                    }
                });
                each.nothingElse();
                if (needed.isEmpty()) {
                    each.problem("nodig", "Bij 'nodig' staat niemand.", oneOf(CONSENTERS));
                }
                if (from != null) {
                    consenters.add(new Sharing.Consenters(
                            from, needed.containsKey(YOUNG_PERSON), needed.containsKey(PARENTS)));
                }
            }
            if (consenters.isEmpty() || consenters.getFirst().fromAge() != 0) {
                section.problem(
                        "wie",
                        "Bij 'wie' staat niet wie er vanaf 0 jaar toestemming geeft.",
                        "Begin de lijst met 'vanaf: 0'.");
            }
            for (int next = 1; next < consenters.size(); next++) {
                if (consenters.get(next).fromAge() <= consenters.get(next - 1).fromAge()) {
                    section.problem(
                            "wie", "De leeftijden bij 'wie' lopen niet op.", "Zet de jongste leeftijd bovenaan.");
                }
            }
            return consenters;
        }

        private List<Sharing.Purpose> purposes(Section section, Set<String> roles) {
            var purposes = new ArrayList<Sharing.Purpose>();
            var codes = new HashSet<String>();
            for (var each : section.sections("doelen", "een doel")) {
                var code = once(codes, each, "code", each.code("code", 40));
                var name = each.text("naam", 120);
                var of = each.words("rollen");
                of.forEach((role, node) -> {
                    if (!roles.contains(role)) {
                        problems.at(node, "De rol '" + role + "' bestaat niet.", oneOf(roles));
                    }
                });
                each.nothingElse();
                purposes.add(new Sharing.Purpose(code, name, Set.copyOf(of.keySet())));
            }
            if (purposes.isEmpty()) {
                section.problem(
                        "doelen",
                        "Er staat niet waarvoor gedeeld wordt.",
                        "Noem bij 'doelen' elk doel met code, naam en rollen.");
            }
            return purposes;
        }

        private ContactRules contact() {
            if (!root.has("contact")) {
                root.absent("contact");
                return ContactRules.DEFAULT;
            }
            var section = root.section("contact");
            var named = section.section("soorten");
            var kinds = new LinkedHashMap<String, String>();
            named.codes().forEach(code -> kinds.put(code, named.text(code, 60)));
            if (kinds.isEmpty()) {
                section.problem("soorten", "Er zijn geen soorten contact.", "Noem er een, zoals 'bellen: Gebeld'.");
            }
            var everyDays = section.has("om_de_dagen") ? section.number("om_de_dagen", 1, 365) : null;
            var hours = section.has("uren") ? section.number("uren", 1, 1000) : null;
            var attempts = section.has("pogingen") ? section.number("pogingen", 1, 20) : null;
            List.of("om_de_dagen", "uren", "pogingen").forEach(section::absent);
            section.nothingElse();
            return new ContactRules(
                    kinds, everyDays, hours, attempts == null ? ContactRules.DEFAULT.attempts() : attempts);
        }

        private Map<String, Integer> caseload(Set<String> roles) {
            var section = root.section("caseload");
            var caseload = new LinkedHashMap<String, Integer>();
            for (var role : section.codes()) {
                var most = section.number(role, 1, 1000);
                if (!roles.contains(role)) {
                    section.problem(role, "De rol '" + role + "' bestaat niet.", oneOf(roles));
                } else if (most != null) {
                    caseload.put(role, most);
                }
            }
            return caseload;
        }

        /** Whoever is referred before this anchor belongs to the school year that has it. */
        private String entryUntil(List<SchoolYear> calendar) {
            if (!root.has("instroom_tot")) {
                root.absent("instroom_tot");
                return RegionSettings.ENTRY_UNTIL;
            }
            var anchor = root.code("instroom_tot", 40);
            calendar.stream()
                    .filter(year -> anchor != null && !year.anchors().containsKey(anchor))
                    .findFirst()
                    .ifPresent(year -> root.problem(
                            "instroom_tot",
                            "Schooljaar " + year.code() + " heeft geen anker '" + anchor + "'.",
                            "Voeg '" + anchor + ": jjjj-mm-dd' toe aan de ankers van elk schooljaar."));
            return anchor;
        }

        private List<GroupRule> groups(
                Set<String> roles, List<RegionDefinition.NewOrganisation> organisations, List<SchoolYear> calendar) {
            var groups = new ArrayList<GroupRule>();
            var codes = new HashSet<String>();
            for (var section : root.sections("groepen", "een groep")) {
                var code = once(codes, section, "code", section.code("code", 60));
                var name = section.text("naam", 100);
                var process = section.text("proces", 200);
                var begins = new GroupBeginning(section, calendar);
                var any = anySchoolYear(section);
                var participants = participants(
                        section,
                        roles,
                        organisations.stream()
                                .map(RegionDefinition.NewOrganisation::code)
                                .collect(Collectors.toCollection(TreeSet::new)));
                section.nothingElse();
                if (code != null && name != null && process != null) {
                    groups.add(begins.rule(code, name, process, any, participants));
                }
            }
            return groups;
        }

        private static boolean anySchoolYear(Section section) {
            if (!section.has("leden")) {
                section.absent("leden");
                return false;
            }
            var word = section.text("leden", 20);
            if (word != null && !GROUP_MEMBERS.contains(word)) {
                section.problem("leden", "'" + word + "' zegt niet wie de leden zijn.", oneOf(GROUP_MEMBERS));
            }
            return "alle".equals(word);
        }

        private int optional(String key, int otherwise) {
            if (!root.has(key)) {
                root.absent(key);
                return otherwise;
            }
            var number = root.number(key, 1, 600);
            return number == null ? otherwise : number;
        }

        private static boolean yesOrNo(Section section, String key) {
            var word = section.text(key, 5);
            if (word == null || Set.of("true", "ja").contains(word)) {
                return true;
            }
            if (!Set.of("false", "nee").contains(word)) {
                section.problem(key, "'" + key + "' is geen ja of nee.", "Schrijf '" + key + ": ja' of ': nee'.");
            }
            return false;
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
                if (SchoolYear.BIRTHDAYS.containsKey(code)) {
                    section.problemAtKey(
                            code,
                            "Het anker '" + code
                                    + "' is de verjaardag van de jongere zelf, geen dag van het schooljaar.",
                            "Haal de regel weg: een route kan '" + code + "' altijd lezen.");
                } else if (date != null) {
                    anchors.put(code, date);
                }
            }
            for (var needed : SchoolYear.WITHIN_THE_YEAR) {
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
            for (var pair : SchoolYear.misplaced(anchors)) {
                section.problem(
                        pair.later(),
                        "Het anker '" + pair.later() + "' (" + anchors.get(pair.later()) + ") ligt niet na '"
                                + pair.earlier() + "' (" + anchors.get(pair.earlier()) + ").",
                        "Controleer beide datums; ankers van voor de start liggen in het schooljaar ervoor.");
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
