package nl.landingsbaan.ui.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The people of the demo: those of the region whose year is played, and of every other region those who are in its scenarios. None of
 * them exists.
 */
@Component
@Profile("demo")
class DemoPeople implements DemoAccounts {

    private static final String REGION = "arnhem";
    private static final String PASSWORD = "landingsbaan";

    private static final List<Person> PERSONS = List.of(
            new Person("Sanne de Wit", "mentor", "mariendael"),
            new Person("Karim Haddad", "coordinator", "lerende-regio"),
            new Person("Lotte Vermeer", "coach", "mariendael"),
            new Person("Marijke Schouten", "stuurgroep", "lerende-regio"),
            new Person("Wouter Blom", "programmaleider", "lerende-regio"),
            new Person("Petra Mulder", "mbo-mentor", "rijn-ijssel"),
            new Person("Joost Evers", "mentor", "brouwerij"),
            new Person("Fatima Amrani", "mentor", "vierbeek"),
            new Person("Ingrid Postma", "zorgcoordinator", "mariendael"),
            new Person("Milan Kuipers", "coach", "rbl"),
            new Person("Aylin Demir", "coach", "rijn-ijssel"),
            new Person("Thijs Bos", "coach", "vierbeek"),
            new Person("Daan Verhoeven", "regiobeheerder", "lerende-regio"),
            new Person("Bram Hendriks", "coach", "mariendael"));

    /** For those who have a first name only. */
    private static final List<String> LAST_NAMES = List.of(
            "de Boer",
            "Dekker",
            "Öztürk",
            "van der Meer",
            "Kramer",
            "Bouzid",
            "Scholten",
            "Vos",
            "Hoekstra",
            "Prins",
            "Martina",
            "de Haan");

    private static final Set<Right> WITHOUT_TASKS = EnumSet.of(Right.STEER, Right.ADMINISTER);

    private final People people;
    private final Regions regions;
    private final Path tenants;
    private final Map<String, List<Person>> persons = new ConcurrentHashMap<>();

    DemoPeople(People people, Regions regions, @Value("${landingsbaan.tenants:tenants}") String tenants) {
        this.people = people;
        this.regions = regions;
        this.tenants = Path.of(tenants);
    }

    @Override
    public List<DemoAccount> all() {
        return Stream.concat(
                        regions.byCode(REGION).stream(),
                        regions.all().stream().filter(region -> !region.code().equals(REGION)))
                .flatMap(region -> persons(region).stream().map(person -> account(region, person)))
                .toList();
    }

    Region region() {
        return regions.byCode(REGION).orElseThrow();
    }

    /** The regions besides the one whose year is played. */
    List<Region> otherRegions() {
        return regions.all().stream()
                .filter(region -> !region.code().equals(REGION))
                .toList();
    }

    /** Makes the accounts that are not there yet. */
    void settle() {
        for (var region : regions.all()) {
            for (var person : persons(region)) {
                var email = person.email(region);
                var account =
                        people.accountId(email).orElseGet(() -> people.createAccount(email, person.name, PASSWORD));
                people.addMembership(account, region.id(), organisationId(region, person), person.role);
            }
        }
    }

    /** Everybody with one of these roles in the region whose year is played, in the order of the list. */
    List<Actor> inRole(String... roles) {
        return in(region(), person -> List.of(roles).contains(person.role));
    }

    /** Everybody who works in a region. */
    List<Actor> in(Region region) {
        return in(region, person -> true);
    }

    private List<Actor> in(Region region, Predicate<Person> wanted) {
        return persons(region).stream()
                .filter(wanted)
                .map(person -> people.actor(
                                people.accountId(person.email(region)).orElseThrow(), region.id())
                        .orElseThrow())
                .toList();
    }

    private List<Person> persons(Region region) {
        return region.code().equals(REGION)
                ? PERSONS
                : persons.computeIfAbsent(region.code(), code -> inScenarios(region));
    }

    private List<Person> inScenarios(Region region) {
        var persons = new ArrayList<Person>();
        for (var person :
                named(tenants.resolve(region.code()).resolve("scenarios").resolve("vooraf.yaml"))) {
            persons.add(new Person(
                    person.get("naam") + " " + lastName(persons.size(), region),
                    person.get("rol"),
                    person.get("organisatie")));
        }
        persons.addAll(withoutTasks(region, persons));
        return persons;
    }

    /** Under {@code mensen} in what holds for all scenarios of a region; nobody when it has none. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> named(Path beforehand) {
        if (!Files.isRegularFile(beforehand)) {
            return List.of();
        }
        try {
            Map<String, Object> all =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(beforehand));
            return (List<Map<String, String>>) all.getOrDefault("mensen", List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scenarios have no need of who steers or administers; a visitor does. */
    private List<Person> withoutTasks(Region region, List<Person> there) {
        var organisations = regions.organisations(region.id());
        var home = organisations.stream()
                .filter(each -> each.kind() == OrganisationKind.PROGRAMMA)
                .findFirst()
                .orElse(organisations.getFirst());
        var first = List.of("Nienke", "Olaf", "Samira", "Rik").iterator();
        return regions.roles(region.id()).values().stream()
                .filter(role -> role.rights().stream().anyMatch(WITHOUT_TASKS::contains)
                        && there.stream().noneMatch(person -> person.role.equals(role.code())))
                .limit(4)
                .map(role -> new Person(
                        first.next() + " " + lastName(there.size() + role.code().length(), region),
                        role.code(),
                        home.code()))
                .toList();
    }

    private static String lastName(int number, Region region) {
        return LAST_NAMES.get(Math.floorMod(region.code().hashCode() + number, LAST_NAMES.size()));
    }

    private DemoAccount account(Region region, Person person) {
        var role = regions.roles(region.id()).get(person.role).name();
        var organisation = regions.organisation(region.id(), organisationId(region, person))
                .orElseThrow()
                .name();
        return new DemoAccount(region.name(), person.name, role + ", " + organisation, person.email(region), PASSWORD);
    }

    private long organisationId(Region region, Person person) {
        return regions.organisations(region.id()).stream()
                .filter(organisation -> organisation.code().equals(person.organisation))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private record Person(String name, String role, String organisation) {

        String email(Region region) {
            var mailbox = name.toLowerCase(Locale.ROOT).replace(' ', '.').replaceAll("[^a-z.]", "");
            return mailbox + (region.code().equals(REGION) ? "" : "." + region.code()) + "@demo.example";
        }
    }
}
