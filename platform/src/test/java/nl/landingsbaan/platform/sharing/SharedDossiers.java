package nl.landingsbaan.platform.sharing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.consent.Receiver;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.CatalogueField;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.ContactRules;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.RegionDefinition;
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
import nl.landingsbaan.platform.transfer.Answers;
import nl.landingsbaan.platform.transfer.KnownYoungPeople;
import nl.landingsbaan.platform.transfer.KnownYoungPerson;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import nl.landingsbaan.platform.transfer.Source;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.platform.transfer.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Regions in which nothing but the name is shared without consent, and dossiers that hold something in every field of the catalogue that
 * all regions share. A school, a coach of another organisation, an mbo and a coordinator take part.
 */
@Component
public class SharedDossiers {

    public static final String GUIDANCE = "begeleiding";
    public static final String EDUCATION = "onderwijs";

    private static final List<CatalogueField> FIELDS = readFields();

    /** Up to 16 the parents decide, up to 18 both, from then on the young person. */
    private static final Sharing SHARING = new Sharing(
            12,
            true,
            Set.of(Category.IDENTIFICATIE.code()),
            List.of(
                    new Sharing.Consenters(0, false, true),
                    new Sharing.Consenters(16, true, true),
                    new Sharing.Consenters(18, true, false)),
            List.of(
                    new Sharing.Purpose(GUIDANCE, "Begeleiding", Set.of("mentor", "coach", "coordinator")),
                    new Sharing.Purpose(EDUCATION, "Onderwijs", Set.of("mbo-mentor"))));

    private final Regions regions;
    private final Routes routes;
    private final TestRegions people;
    private final Transfers transfers;
    private final Referrals referrals;
    private final KnownYoungPeople known;
    private final Participants participants;
    private final Answers answers;
    private final TransactionTemplate transaction;

    SharedDossiers(
            Regions regions,
            Routes routes,
            TestRegions people,
            Transfers transfers,
            Referrals referrals,
            KnownYoungPeople known,
            Participants participants,
            Answers answers,
            TransactionTemplate transaction) {
        this.regions = regions;
        this.routes = routes;
        this.people = people;
        this.transfers = transfers;
        this.referrals = referrals;
        this.known = known;
        this.participants = participants;
        this.answers = answers;
        this.transaction = transaction;
    }

    /** A region with one person for each role. */
    public record SharingRegion(
            Region region, Actor mentor, Actor coach, Actor mbo, Actor coordinator, Actor stranger) {

        public Receiver receiver(Actor actor) {
            return Receiver.organisation(actor.memberships().getFirst().organisationId());
        }
    }

    /** The fields of the catalogue that all regions share, each as text, so that a value can be told from every other. */
    public static List<CatalogueField> fields() {
        return FIELDS;
    }

    private static List<CatalogueField> readFields() {
        var small = TestRegions.klein().catalogue().fields().keySet();
        try {
            return CatalogueFile.read(Path.of("..", "processes", "velden.yaml"), Path.of("nothing"))
                    .fields()
                    .values()
                    .stream()
                    .filter(field ->
                            !small.contains(field.key()) && !field.key().equals("mbo"))
                    .map(field -> new CatalogueField(
                            field.key(),
                            field.label(),
                            null,
                            FieldType.LONG_TEXT,
                            field.category(),
                            field.sensitivity(),
                            false,
                            List.of(),
                            null))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a dossier says in a field. */
    public static String marker(String key) {
        return "<<" + key + ">>";
    }

    public SharingRegion region(String code) {
        var year = LocalDate.now(PlatformClock.ZONE).getYear();
        var region = regions.create(new RegionDefinition(
                code,
                "Deelregio " + code,
                "Deelprogramma",
                new RegionSettings(
                        5,
                        Map.of("weken", 5),
                        Map.of("mentor", "school", "coordinator", "programma"),
                        List.of(),
                        Map.of("afgerond", "Goed geland", "gestopt", "Gestopt"),
                        SHARING,
                        ContactRules.DEFAULT,
                        RegionSettings.OUTDATED_AFTER_MONTHS,
                        RegionSettings.RETENTION_MONTHS,
                        Map.of(),
                        RegionSettings.ENTRY_UNTIL,
                        List.of()),
                List.of(
                        new Role("mentor", "Mentor", EnumSet.of(Right.REFER, Right.WORK)),
                        new Role("coach", "Coach", EnumSet.of(Right.WORK)),
                        new Role("mbo-mentor", "Mentor mbo", EnumSet.of(Right.WORK)),
                        new Role("coordinator", "Coördinator", EnumSet.of(Right.WORK, Right.COORDINATE)),
                        new Role("beheerder", "Regiobeheerder", EnumSet.of(Right.ADMINISTER))),
                List.of(
                        new RegionDefinition.NewOrganisation("school", "De School", OrganisationKind.VSO),
                        new RegionDefinition.NewOrganisation("rbl", "Het RBL", OrganisationKind.RBL),
                        new RegionDefinition.NewOrganisation("mbo", "Het Mbo", OrganisationKind.MBO),
                        new RegionDefinition.NewOrganisation("vreemd", "De Vreemde", OrganisationKind.VSO),
                        new RegionDefinition.NewOrganisation("programma", "Het Programma", OrganisationKind.PROGRAMMA)),
                List.of(new SchoolYear(
                        year + "-" + (year + 3),
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year + 3, 7, 31),
                        Map.of("start_mbo", LocalDate.of(year + 3, 1, 10), "kerst", LocalDate.of(year + 3, 7, 30))))));
        try {
            routes.publish(region.id(), code, regions.roles(region.id()).keySet(), route());
        } catch (RouteRejected e) {
            throw new IllegalStateException(e.problems().toString());
        }
        return new SharingRegion(
                region,
                people.actor(region, "mentor", "school"),
                people.actor(region, "coach", "rbl"),
                people.actor(region, "mbo-mentor", "mbo"),
                people.actor(region, "coordinator", "programma"),
                people.actor(region, "mentor", "vreemd"));
    }

    /** Refers a young person. Nobody but the school and the programme takes part yet, and nothing but the referral is known. */
    public TransferKey refer(SharingRegion region, LocalDate birthDate) {
        var id = referrals.refer(
                region.mentor(),
                new Referral(
                        "Noor" + System.nanoTime(),
                        "Deelman",
                        birthDate,
                        region.mentor().memberships().getFirst().organisationId(),
                        Map.of("niveau", "entree", "aanmeldreden", "Steun")));
        return transfers.find(region.region().id(), id);
    }

    /** Refers the young person of an ended transfer once more. */
    public TransferKey referAgain(SharingRegion region, TransferKey ended) {
        var heading = transfers.heading(region.mentor(), ended.id());
        var referral = new Referral(
                heading.summary().firstName(),
                heading.summary().lastName(),
                heading.birthDate(),
                region.mentor().memberships().getFirst().organisationId(),
                Map.of("niveau", "entree", "aanmeldreden", "Een andere opleiding"));
        var same = known.like(region.mentor(), referral, ended.schoolYear()).stream()
                .map(KnownYoungPerson::id)
                .findFirst()
                .orElseThrow();
        return transfers.find(region.region().id(), referrals.refer(region.mentor(), referral.as(same)));
    }

    /** Refers a young person of whom the school writes something in every field, and whom a coach and an mbo come to know. */
    public TransferKey filled(SharingRegion region, LocalDate birthDate) {
        var transfer = refer(region, birthDate);
        var given = new HashMap<String, Object>();
        fields().forEach(field -> given.put(field.key(), marker(field.key())));
        given.put("coach", Long.toString(region.coach().accountId()));
        given.put("mbo", Long.toString(region.mbo().memberships().getFirst().organisationId()));
        given.put("gaat_door", "ja");
        answer(transfer, "kennismaken", given, region.mentor());
        return transfer;
    }

    /** Somebody fills in a form of the route. */
    public void answer(TransferKey transfer, String form, Map<String, Object> given, Actor by) {
        transaction.executeWithoutResult(status -> answers.record(
                transfer,
                routes.form(transfer.routeVersionId(), form),
                null,
                given,
                new Source(by.accountId(), by.memberships().getFirst().organisationId())));
    }

    /** Every kind of receiver of a filled dossier. */
    public List<Reader> readers(SharingRegion region, TransferKey transfer) {
        var readers = new ArrayList<Reader>();
        Map.of(
                        "coach van een andere organisatie", region.coach(),
                        "mbo", region.mbo(),
                        "coördinator van het programma", region.coordinator())
                .forEach((name, actor) -> readers.add(
                        new Reader(name, region.receiver(actor), actor, participants.viewer(actor, transfer.id()))));
        readers.add(new Reader(
                "mbo als organisatie",
                region.receiver(region.mbo()),
                null,
                participants.viewerOf(
                        transfer, region.mbo().memberships().getFirst().organisationId())));
        readers.add(new Reader("ouders", Receiver.PARENTS, null, Viewer.PARENTS));
        return readers;
    }

    /** The small route, whose first task asks for everything. */
    private static RouteBundle route() {
        var small = TestRegions.klein();
        var catalogue = new LinkedHashMap<String, CatalogueField>();
        fields().forEach(field -> catalogue.put(field.key(), field));
        catalogue.putAll(small.catalogue().fields());
        var school = small.catalogue().field("coach").orElseThrow();
        catalogue.put(
                "mbo",
                new CatalogueField(
                        "mbo",
                        "Mbo",
                        null,
                        FieldType.CHOICE,
                        school.category(),
                        school.sensitivity(),
                        false,
                        List.of(),
                        "organisaties.mbo"));
        var components = new StringBuilder();
        fields().forEach(field -> components
                .append("{\"type\":\"textarea\",\"key\":\"")
                .append(field.key())
                .append("\"},"));
        components.append("{\"type\":\"select\",\"key\":\"mbo\",\"properties\":{\"deelnemer\":\"mbo-mentor\"}},");
        var forms = new HashMap<>(small.forms());
        forms.computeIfPresent(
                "kennismaken", (id, json) -> json.replace("\"components\":[", "\"components\":[" + components));
        return new RouteBundle(small.rootProcessId(), small.drawings(), forms, Catalogue.of(catalogue.values()));
    }
}
