package nl.landingsbaan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.ContactRules;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.RegionDefinition;
import nl.landingsbaan.platform.region.RegionDefinition.NewOrganisation;
import nl.landingsbaan.platform.region.RegionSettings;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.region.Sharing;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.tenant.CatalogueFile;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Regions for tests, each with its own organisations and people, on the small route in {@code routes/klein}. */
@Component
public class TestRegions {

    /** What regions of tests share that are not about sharing: everything. */
    private static final Sharing OPEN = new Sharing(
            12,
            true,
            Arrays.stream(Category.values()).map(Category::code).collect(Collectors.toSet()),
            Sharing.DEFAULT.consenters(),
            Sharing.DEFAULT.purposes());

    private final Regions regions;
    private final Routes routes;
    private final People people;
    private final Referrals referrals;

    TestRegions(Regions regions, Routes routes, People people, Referrals referrals) {
        this.regions = regions;
        this.routes = routes;
        this.people = people;
        this.referrals = referrals;
    }

    /** Makes a region whose young people start at the mbo on this date, and share everything with whoever takes part. */
    public TestRegion make(String code, LocalDate startMbo) {
        return make(code, startMbo, Map.of(), ContactRules.DEFAULT, OPEN);
    }

    /** As {@link #make(String, LocalDate)}, with the most young people that somebody in a role accompanies. */
    public TestRegion make(String code, LocalDate startMbo, Map<String, Integer> caseload) {
        return make(code, startMbo, caseload, ContactRules.DEFAULT, OPEN);
    }

    /** As {@link #make(String, LocalDate)}, with what the region has agreed on about contact; little is shared without consent. */
    public TestRegion make(String code, LocalDate startMbo, ContactRules contact) {
        return make(code, startMbo, Map.of(), contact, Sharing.DEFAULT);
    }

    private TestRegion make(
            String code, LocalDate startMbo, Map<String, Integer> caseload, ContactRules contact, Sharing sharing) {
        var region = regions.create(new RegionDefinition(
                code,
                "Testregio " + code,
                "Testprogramma",
                new RegionSettings(
                        5,
                        Map.of("weken", 5),
                        Map.of("mentor", "school", "coordinator", "programma"),
                        List.of(new Measure("deelnemers", "Deelnemers", null, null, 10)),
                        Map.of("afgerond", "Afgerond", "gestopt", "Gestopt"),
                        sharing,
                        contact,
                        RegionSettings.OUTDATED_AFTER_MONTHS,
                        RegionSettings.RETENTION_MONTHS,
                        caseload,
                        RegionSettings.ENTRY_UNTIL,
                        List.of()),
                List.of(
                        new Role("mentor", "Mentor", EnumSet.of(Right.REFER, Right.WORK)),
                        new Role("coach", "Coach", EnumSet.of(Right.WORK)),
                        new Role("coordinator", "Coördinator", EnumSet.of(Right.WORK, Right.COORDINATE)),
                        new Role("stuurgroep", "Stuurgroep", EnumSet.of(Right.STEER)),
                        new Role("beheerder", "Regiobeheerder", EnumSet.of(Right.ADMINISTER))),
                List.of(
                        new NewOrganisation("school", "De School", OrganisationKind.VSO),
                        new NewOrganisation("andere-school", "De Andere School", OrganisationKind.VSO),
                        new NewOrganisation("programma", "Het Programma", OrganisationKind.PROGRAMMA)),
                List.of(new SchoolYear(
                        startMbo.getYear() + "-" + (startMbo.getYear() + 1),
                        startMbo.withMonth(8).withDayOfMonth(1),
                        startMbo.plusYears(1).withMonth(7).withDayOfMonth(31),
                        Map.of(
                                "start_mbo",
                                startMbo,
                                "kerst",
                                startMbo.withMonth(12).withDayOfMonth(20))))));
        try {
            routes.publish(region.id(), code, regions.roles(region.id()).keySet(), klein());
        } catch (RouteRejected e) {
            throw new IllegalStateException(e.problems().toString());
        }
        return new TestRegion(
                region,
                actor(region, "mentor", "school"),
                actor(region, "coach", "programma"),
                actor(region, "coordinator", "programma"));
    }

    /** Somebody new with a role in an organisation of the region. */
    public Actor actor(Region region, String role, String organisation) {
        var number = System.nanoTime();
        var account = people.createAccount(role + number + "@" + region.code() + ".example", "Test " + role, "geheim");
        var organisationId = regions.organisations(region.id()).stream()
                .filter(each -> each.code().equals(organisation))
                .findFirst()
                .orElseThrow()
                .id();
        people.addMembership(account, region.id(), organisationId, role);
        return people.actor(account, region.id()).orElseThrow();
    }

    /** A region that was made before, perhaps by another platform on the same database. */
    public TestRegion find(String code) {
        var region = regions.byCode(code).orElseThrow();
        return new TestRegion(region, holder(region, "mentor"), holder(region, "coach"), holder(region, "coordinator"));
    }

    private Actor holder(Region region, String role) {
        return people.actor(people.holding(region.id(), role).getFirst().accountId(), region.id())
                .orElseThrow();
    }

    /** Refers a young person in the name of the region's mentor. */
    public long refer(TestRegion region, String firstName, String lastName) {
        var answers = new HashMap<String, Object>();
        answers.put("niveau", "entree");
        answers.put("aanmeldreden", "Heeft steun nodig");
        return referrals.refer(
                region.mentor(),
                new Referral(
                        firstName,
                        lastName,
                        LocalDate.now(PlatformClock.ZONE).minusYears(17),
                        region.mentor().memberships().getFirst().organisationId(),
                        answers));
    }

    /** The small route of the tests. */
    public static RouteBundle klein() {
        try {
            var forms = new HashMap<String, String>();
            var resources = new PathMatchingResourcePatternResolver();
            for (var form : resources.getResources("classpath:routes/klein/*.form")) {
                forms.put(form.getFilename().replace(".form", ""), form.getContentAsString(StandardCharsets.UTF_8));
            }
            var drawing = resources.getResource("classpath:routes/klein/klein.bpmn");
            var catalogue = resources.getResource("classpath:routes/klein/velden.yaml");
            return new RouteBundle(
                    "klein",
                    Map.of("klein.bpmn", drawing.getContentAsString(StandardCharsets.UTF_8)),
                    forms,
                    CatalogueFile.parse(catalogue.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A region with one person in each role. */
    public record TestRegion(Region region, Actor mentor, Actor coach, Actor coordinator) {}
}
