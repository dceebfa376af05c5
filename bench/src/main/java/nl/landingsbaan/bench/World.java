package nl.landingsbaan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.Organisation;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.RegionDefinition;
import nl.landingsbaan.platform.region.RegionDefinition.NewOrganisation;
import nl.landingsbaan.platform.region.RegionSettings;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.tenant.CatalogueFile;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Thirty regions with twelve roles each, their organisations and their people. */
final class World {

    static final int REGIONS = 30;
    static final String PASSWORD = "meten-is-weten";

    /** The region whose route waits for a message before its only task. */
    static final int WAITING_REGION = 1;

    private static final String FOLDER = "classpath:nl/landingsbaan/bench/";
    private static final int PEOPLE_PER_SEAT = 2;
    private static final String STEERING = "stuurgroep";

    private static final Map<String, List<String>> ROLES_AT = new LinkedHashMap<>();

    static {
        for (var school : List.of("vso-1", "vso-2", "vso-3")) {
            ROLES_AT.put(school, List.of("mentor", "zorgcoordinator", "intern_begeleider"));
        }
        for (var school : List.of("mbo-1", "mbo-2")) {
            ROLES_AT.put(school, List.of("intaker", "slb", "docent", "mbo_zorg"));
        }
        ROLES_AT.put("programma", List.of("coach", "coordinator", "administratie"));
        ROLES_AT.put("rbl", List.of("leerplicht", "jongerenwerk"));
    }

    /** A role in an organisation, and who holds it there. */
    record Seat(long organisationId, String roleCode, List<Long> accountIds) {}

    /** A region at work. */
    record Place(Region region, List<Seat> seats, long steeringAccountId, List<Actor> mentors) {}

    private final ApplicationContext platform;
    private final JdbcTemplate jdbc;
    private final List<Place> places = new ArrayList<>();

    World(ApplicationContext platform) {
        this.platform = platform;
        this.jdbc = platform.getBean(JdbcTemplate.class);
    }

    List<Place> places() {
        return places;
    }

    void build() {
        var hash = platform.getBean(PasswordEncoder.class).encode(PASSWORD);
        var transaction = platform.getBean(TransactionTemplate.class);
        for (int number = 0; number < REGIONS; number++) {
            places.add(place(number, hash, transaction));
        }
    }

    /** Refers somebody in the name of a mentor. */
    long refer(Actor mentor, int number) {
        return platform.getBean(Referrals.class)
                .refer(
                        mentor,
                        new Referral(
                                "Noor" + number,
                                "Testpersoon",
                                LocalDate.now(PlatformClock.ZONE).minusYears(17),
                                mentor.memberships().getFirst().organisationId(),
                                Map.of("niveau", "entree", "aanmeldreden", "Kan steun gebruiken bij de overstap.")));
    }

    /** The answers to either task of the path. */
    static Map<String, Object> answers(String stepName) {
        return stepName.equals("Kennismaken")
                ? Map.of("indruk", "Een rustige eerste kennismaking.", "gaat_door", "ja")
                : Map.of("verslag", "De eerste weken gaan goed.", "gestart", "ja");
    }

    private Place place(int number, String hash, TransactionTemplate transaction) {
        var regions = platform.getBean(Regions.class);
        var region = regions.create(definition("bench%02d".formatted(number)));
        var seats = new ArrayList<Seat>();
        var steering = transaction.execute(status -> people(regions, region, hash, seats));
        publish(
                region,
                regions,
                HistoricRoute.bundle(roles().stream().map(Role::code).limit(12).toList()));
        publish(region, regions, drawn(number == WAITING_REGION ? "wacht" : "pad"));
        var people = platform.getBean(People.class);
        var mentors = seats.stream()
                .filter(seat -> seat.roleCode().equals("mentor"))
                .flatMap(seat -> seat.accountIds().stream())
                .map(account -> people.actor(account, region.id()).orElseThrow())
                .toList();
        return new Place(region, seats, steering, mentors);
    }

    private long people(Regions regions, Region region, String hash, List<Seat> seats) {
        var byCode = new HashMap<String, Long>();
        for (Organisation organisation : regions.organisations(region.id())) {
            byCode.put(organisation.code(), organisation.id());
        }
        long next = region.id() * 1_000_000;
        for (var at : ROLES_AT.entrySet()) {
            for (var role : at.getValue()) {
                var holders = new ArrayList<Long>();
                for (int person = 0; person < PEOPLE_PER_SEAT; person++) {
                    holders.add(account(next++, region, hash, byCode.get(at.getKey()), role));
                }
                seats.add(new Seat(byCode.get(at.getKey()), role, holders));
            }
        }
        return account(next, region, hash, byCode.get("programma"), STEERING);
    }

    private long account(long id, Region region, String hash, long organisationId, String role) {
        jdbc.update(
                "INSERT INTO account (id, email, display_name, password_hash) VALUES (?, ?, ?, ?)",
                id,
                email(id),
                "Testmedewerker " + id,
                hash);
        jdbc.update(
                "INSERT INTO membership (id, region_id, account_id, organisation_id, role_code) VALUES (?, ?, ?, ?, ?)",
                id,
                region.id(),
                id,
                organisationId,
                role);
        return id;
    }

    static String email(long accountId) {
        return "p" + accountId + "@bench.example";
    }

    private void publish(Region region, Regions regions, RouteBundle bundle) {
        try {
            platform.getBean(Routes.class)
                    .publish(
                            region.id(),
                            region.code(),
                            regions.roles(region.id()).keySet(),
                            bundle);
        } catch (RouteRejected e) {
            throw new IllegalStateException(e.problems().toString());
        }
    }

    private static RegionDefinition definition(String code) {
        var firstYear = LocalDate.now(PlatformClock.ZONE).getYear() - 3;
        return new RegionDefinition(
                code,
                "Regio " + code,
                "Meetprogramma",
                new RegionSettings(
                        5,
                        Map.of("weken", 5),
                        Map.of("mentor", "school", "coordinator", "programma", "coach", "programma"),
                        List.of(
                                new Measure("deelnemers", "Deelnemers", null, null, 100),
                                new Measure("gaat_door", "Gaat door", "gaat_door", "ja", 85),
                                new Measure("gestart", "Gestart", "gestart", "ja", 78)),
                        Map.of("afgerond", "Afgerond", "gestopt", "Gestopt", "niet_gestart", "Niet gestart")),
                roles(),
                ROLES_AT.keySet().stream()
                        .map(organisation ->
                                new NewOrganisation(organisation, "Organisatie " + organisation, kind(organisation)))
                        .toList(),
                IntStream.range(firstYear, firstYear + 7).mapToObj(World::year).toList());
    }

    private static SchoolYear year(int year) {
        return new SchoolYear(
                year + "-" + (year + 1),
                LocalDate.of(year, 8, 1),
                LocalDate.of(year + 1, 7, 31),
                Map.of("start_mbo", LocalDate.of(year, 9, 1), "kerst", LocalDate.of(year, 12, 20)));
    }

    private static List<Role> roles() {
        var roles = new ArrayList<Role>();
        ROLES_AT.values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(code -> roles.add(new Role(
                        code,
                        "Rol " + code,
                        switch (code) {
                            case "mentor" -> EnumSet.of(Right.REFER, Right.WORK);
                            case "coordinator" -> EnumSet.of(Right.WORK, Right.COORDINATE);
                            default -> EnumSet.of(Right.WORK);
                        })));
        roles.add(new Role(STEERING, "Stuurgroep", EnumSet.of(Right.STEER)));
        return roles;
    }

    private static OrganisationKind kind(String organisation) {
        return OrganisationKind.of(organisation.replaceAll("-\\d+", "")).orElseThrow();
    }

    private static RouteBundle drawn(String process) {
        try {
            var resources = new PathMatchingResourcePatternResolver();
            var forms = new HashMap<String, String>();
            for (var form : resources.getResources(FOLDER + "forms/*.form")) {
                forms.put(form.getFilename().replace(".form", ""), form.getContentAsString(StandardCharsets.UTF_8));
            }
            var drawing = resources.getResource(FOLDER + process + ".bpmn");
            var catalogue = resources.getResource(FOLDER + "forms/velden.yaml");
            return new RouteBundle(
                    process,
                    Map.of(process + ".bpmn", drawing.getContentAsString(StandardCharsets.UTF_8)),
                    forms,
                    CatalogueFile.parse(catalogue.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
