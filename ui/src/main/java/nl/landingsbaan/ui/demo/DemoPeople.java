package nl.landingsbaan.ui.demo;

import java.util.List;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo. None of them exists. */
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
            new Person("Daan Verhoeven", "regiobeheerder", "lerende-regio"));

    private final People people;
    private final Regions regions;

    DemoPeople(People people, Regions regions) {
        this.people = people;
        this.regions = regions;
    }

    @Override
    public List<DemoAccount> all() {
        var region = regions.byCode(REGION);
        if (region.isEmpty()) {
            return List.of();
        }
        return PERSONS.stream().map(person -> account(region.get(), person)).toList();
    }

    Region region() {
        return regions.byCode(REGION).orElseThrow();
    }

    /** Makes the accounts that are not there yet. */
    void settle() {
        var region = region();
        for (var person : PERSONS) {
            var account = people.accountId(person.email())
                    .orElseGet(() -> people.createAccount(person.email(), person.name, PASSWORD));
            people.addMembership(account, region.id(), organisationId(region, person), person.role);
        }
    }

    /** Everybody with one of these roles, in the order of the list. */
    List<Actor> inRole(String... roles) {
        var region = region();
        return PERSONS.stream()
                .filter(person -> List.of(roles).contains(person.role))
                .map(person -> people.actor(people.accountId(person.email()).orElseThrow(), region.id())
                        .orElseThrow())
                .toList();
    }

    private DemoAccount account(Region region, Person person) {
        var role = regions.roles(region.id()).get(person.role).name();
        var organisation = regions.organisation(region.id(), organisationId(region, person))
                .orElseThrow()
                .name();
        return new DemoAccount(person.name, role + ", " + organisation, person.email(), PASSWORD);
    }

    private long organisationId(Region region, Person person) {
        return regions.organisations(region.id()).stream()
                .filter(organisation -> organisation.code().equals(person.organisation))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private record Person(String name, String role, String organisation) {

        String email() {
            return name.toLowerCase().replace(' ', '.') + "@demo.example";
        }
    }
}
