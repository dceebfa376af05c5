package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.LARGE_PHONE;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.choose;
import static nl.landingsbaan.ui.Screens.date;
import static nl.landingsbaan.ui.Screens.fits;
import static nl.landingsbaan.ui.Screens.radio;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.engine.EngineClock;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The main paths of each kind of user, in a browser, on region Arnhem with the real engine and database. */
@WithServers(engine = WithServers.EngineChoice.OWN, clock = TestServers.EngineClock.CONTROLLED)
@InArnhem
@Import(MainPathsIT.ADayInMarch.class)
class MainPathsIT {

    private static final String PASSWORD = "een goed wachtwoord";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static int people;

    /** The tests' day, set before the engine processes anything. */
    @TestConfiguration(proxyBeanMethods = false)
    static class ADayInMarch {

        @Bean
        SmartInitializingSingleton aDayInMarch(EngineClock clock) {
            return () -> clock.moveTo(morning(TODAY));
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    People accounts;

    @Autowired
    Regions regions;

    @Autowired
    Referrals referrals;

    @Autowired
    EngineClock clock;

    private Screens screens;
    private Region arnhem;
    private String mentor;
    private String coach;
    private String coordinator;
    private String stuurgroep;

    @BeforeEach
    void peopleOfArnhem() {
        screens = new Screens(port);
        arnhem = regions.byCode("arnhem").orElseThrow();
        people++;
        mentor = account("Mentor " + people, "mentor", "mariendael");
        coach = account("Coach " + people, "coach", "rbl");
        coordinator = account("Coordinator " + people, "coordinator", "lerende-regio");
        stuurgroep = account("Stuurgroeplid " + people, "stuurgroep", "lerende-regio");
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void aMentorRefersTheCoordinatorAssignsTheCoachCompletesAndTheSteeringGroupLooks() {
        var school = screens.signedIn(mentor, PASSWORD, DESKTOP);
        refer(school, "Noor", "van Dijk");
        assertThat(heading(school)).containsText("Noor");
        accessible(school);

        var coordination = screens.signedIn(coordinator, PASSWORD, DESKTOP);
        openTask(coordination, "Noor van Dijk");
        assertThat(heading(coordination)).containsText("Casus verdelen");
        accessible(coordination);
        radio(coordination, "Is er een coach beschikbaar?", "Ja");
        choose(coordination, "Wie wordt de coach?", "Coach " + people);
        radio(coordination, "Kent deze coach de jongere al?", "Nee");
        finish(coordination);
        assertThat(coordination.getByRole(AriaRole.HEADING, named("Klaar"))).isVisible();

        var coaching = screens.signedIn(coach, PASSWORD, LARGE_PHONE);
        accessible(coaching);
        fits(coaching);
        openTask(coaching, "Noor van Dijk");
        assertThat(heading(coaching)).containsText("Welkomstgesprek");
        accessible(coaching);
        fits(coaching);
        welcome(coaching);
        finish(coaching);
        assertThat(coaching.getByText("De einddatum is verteld aan de jongere").first())
                .isVisible();
        assertThat(coaching.getByRole(AriaRole.HEADING, named("Klaar"))).isHidden();
        coaching.getByLabel("De einddatum is verteld aan de jongere").check();
        finish(coaching);
        assertThat(coaching.getByText("De volgende stap voor Noor")).isVisible();
        coaching.getByRole(AriaRole.BUTTON, button("Ga verder")).click();
        assertThat(heading(coaching)).containsText("Intakegesprek");

        var steering = screens.signedIn(stuurgroep, PASSWORD, DESKTOP);
        assertThat(heading(steering)).containsText("Doorstroom");
        assertThat(steering.getByText("105").first()).isVisible();
        assertThat(steering.getByText("van Dijk")).hasCount(0);
        accessible(steering);
        screens.go(steering, "jongeren");
        assertThat(steering.getByText("Niet gevonden").first()).isVisible();
    }

    @Test
    void aNewTaskAppearsInAnOpenListByItselfAndACompletedOneVanishesForColleagues() {
        var first = screens.signedIn(coordinator, PASSWORD, DESKTOP);
        var colleague =
                screens.signedIn(account("Collega " + people, "coordinator", "lerende-regio"), PASSWORD, DESKTOP);
        screens.go(first, "taken");
        screens.go(colleague, "taken");
        assertThat(colleague.getByRole(AriaRole.HEADING, named("Taken")).first())
                .isVisible();

        referDirectly("Daan", "Verschijnt");

        assertThat(first.getByText("Daan Verschijnt").first()).isVisible(patiently());
        assertThat(colleague.getByText("Daan Verschijnt").first()).isVisible(patiently());
        openTask(first, "Daan Verschijnt");
        radio(first, "Is er een coach beschikbaar?", "Nee");
        choose(first, "Waarom is er nog geen coach?", "Alle coaches zijn vol");
        finish(first);
        assertThat(colleague.getByText("Daan Verschijnt")).hasCount(0, gone());
    }

    @Test
    void aTaskThatTheRouteTakesAwayWhileItIsOnScreenSaysSoAndKeepsWhatWasTyped() {
        var transfer = referDirectly("Yasmin", "Verdwijnt");
        var coordination = screens.signedIn(coordinator, PASSWORD, DESKTOP);
        openTask(coordination, "Yasmin Verdwijnt");
        radio(coordination, "Is er een coach beschikbaar?", "Ja");
        coordination.getByLabel("Opmerking voor de coach").fill("Graag iemand die Yasmin kent.");
        coordination.getByLabel("Opmerking voor de coach").blur();
        assertThat(coordination.getByText("Concept bewaard")).isVisible();

        var school = screens.signedIn(mentor, PASSWORD, DESKTOP);
        screens.go(school, "dossier/" + transfer);
        school.getByRole(AriaRole.BUTTON, button(Pattern.compile("afgemeld")))
                .first()
                .click();
        choose(school, "Wat is de reden?", "Verhuisd naar een andere regio");
        school.getByLabel("Toelichting").fill("Woont nu in Zwolle.");
        accessible(school);
        school.getByLabel("Ja, ik weet het zeker.").check();
        school.locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("afgemeld")))
                .click();
        assertThat(school.getByText("Het is doorgegeven.")).isVisible();
        assertThat(school.getByText("Gestopt").first()).isVisible(patiently());

        assertThat(coordination.getByText("De route is verdergegaan zonder deze taak"))
                .isVisible(patiently());
        assertThat(coordination.getByText("Graag iemand die Yasmin kent.").first())
                .isVisible();
        coordination.getByRole(AriaRole.LINK, link("Naar mijn taken")).click();
        assertThat(coordination.getByText("Yasmin Verdwijnt")).hasCount(0);
    }

    @Test
    void whoeverTakesNoPartFindsNoDossier() {
        var transfer = referDirectly("Luuk", "Besloten");
        var elsewhere = screens.signedIn(account("Andere " + people, "mentor", "vierbeek"), PASSWORD, DESKTOP);
        screens.go(elsewhere, "dossier/" + transfer);
        assertThat(elsewhere.getByText("Niet gevonden").first()).isVisible();
        assertThat(elsewhere.getByText("Besloten")).hasCount(0);
        accessible(elsewhere);
    }

    @Test
    void aWrongPasswordSaysTheSameAsAnUnknownAddressAndManyOfThemMakeWait() {
        var page = screens.page(DESKTOP);
        screens.signIn(page, "onbekend@arnhem.example", "fout");
        assertThat(page.getByText("Aanmelden is niet gelukt.").first()).isVisible();
        accessible(page);
        for (var attempt = 0; attempt < 5; attempt++) {
            screens.signIn(page, mentor, "fout");
            assertThat(page.getByText("Aanmelden is niet gelukt.").first()).isVisible();
        }
        screens.signIn(page, mentor, PASSWORD);
        assertThat(page.getByText("Te veel pogingen").first()).isVisible();
        accessible(page);
    }

    @Test
    void everyScreenOfEachKindOfUserFitsAPhoneAndKeepsNobodyOut() {
        var transfer = referDirectly("Eva", "Overal", TODAY.minusYears(15));
        var administrator = account("Beheerder " + people, "regiobeheerder", "lerende-regio");
        for (var width : new int[] {DESKTOP, PHONE}) {
            look(
                    mentor,
                    width,
                    "taken",
                    "jongeren",
                    "aanmelden",
                    "aanmelden/klas",
                    "agenda",
                    "berichten",
                    "berichten/instellingen",
                    "te-lang-geen-contact",
                    "dossier/" + transfer,
                    "dossier/" + transfer + "/gegevens",
                    "dossier/" + transfer + "/contact",
                    "dossier/" + transfer + "/delen",
                    "dossier/" + transfer + "/overdracht",
                    "dossier/" + transfer + "/inzage",
                    "dossier/" + transfer + "/bekijk-als/ouders");
            look(
                    coordinator,
                    width,
                    "doorstroom",
                    "team",
                    "verhuizingen",
                    "verzoeken",
                    "dossier/" + transfer + "/rechten",
                    "dossier/" + transfer + "/verhuizen");
            look(administrator, width, "medewerkers", "verzoeken");
        }
        var school = screens.signedIn(mentor, PASSWORD, PHONE);
        screens.go(school, "dossier/" + transfer);
        assertThat(school.getByText("Jonger dan 16 bij de start")).isVisible();
    }

    private void look(String email, int width, String... paths) {
        var page = screens.signedIn(email, PASSWORD, width);
        for (var path : paths) {
            screens.go(page, path);
            assertThat(heading(page)).isVisible();
            accessible(page);
            fits(page);
        }
    }

    private void refer(Page page, String firstName, String lastName) {
        screens.go(page, "aanmelden");
        page.getByLabel("Voornaam").fill(firstName);
        page.getByLabel("Achternaam").fill(lastName);
        var under16 = page.getByText("Deze jongere is jonger dan 16 bij de start van het mbo.");
        date(page, "Geboortedatum", "14-5-2011");
        assertThat(under16).isVisible();
        date(page, "Geboortedatum", "14-5-2008");
        assertThat(under16).isHidden();
        radio(page, "Wat is de aanleiding?", "Verzoek van de ouders");
        page.getByLabel("Wat vragen de ouders?").fill("Hulp bij de eerste weken.");
        page.getByLabel("Waarom is de overstap lastig zonder hulp?").fill("Vindt grote groepen spannend.");
        choose(page, "Op wat voor school zit de jongere nu?", "Voortgezet speciaal onderwijs (vso)");
        choose(page, "Naar welk niveau gaat de jongere?", "Entree (niveau 1)");
        page.getByLabel("Welke opleiding of welk beroep?").fill("Horeca");
        page.getByLabel("De jongere staat zelf open voor coaching").check();
        page.getByLabel("De beroepskeuze is gemaakt").check();
        page.getByRole(AriaRole.BUTTON, button(Pattern.compile("^(Aanmelden|Jongere aanmelden)$")))
                .click();
        assertThat(page.getByText("Met de juiste hulp kan de jongere naar school")
                        .first())
                .isVisible();
        assertThat(page.getByLabel("Voornaam")).hasValue(firstName);
        page.getByLabel("Met de juiste hulp kan de jongere naar school").check();
        page.getByRole(AriaRole.BUTTON, button(Pattern.compile("^(Aanmelden|Jongere aanmelden)$")))
                .click();
        page.waitForURL(Pattern.compile(".*/dossier/\\d+$"));
    }

    private void welcome(Page page) {
        date(page, "Wanneer was het gesprek?", "3-3-2026");
        page.getByLabel("Jongere", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Ouder(s)").check();
        page.getByLabel("Wat is afgesproken?").fill("Elke week appen, samen naar de intake.");
        page.getByLabel(Pattern.compile("^Licht")).check();
        date(page, "Tot wanneer gaat de coach mee?", "19-12-2026");
        radio(page, "Is de datum van het intakegesprek al bekend?", "Ja");
        date(page, "Datum van het intakegesprek", "7-4-2026");
    }

    private void openTask(Page page, String who) {
        screens.go(page, "taken");
        var row = page.getByText(who).first();
        assertThat(row).isVisible(patiently());
        row.click();
        page.waitForURL(Pattern.compile(".*/taak/\\d+$"));
    }

    private static void finish(Page page) {
        page.getByRole(AriaRole.BUTTON, button("Afronden")).click();
    }

    private long referDirectly(String firstName, String lastName) {
        return referDirectly(firstName, lastName, TODAY.minusYears(17));
    }

    private long referDirectly(String firstName, String lastName, LocalDate birthDate) {
        var answers = Map.<String, Object>of(
                "aanleiding", "ouders",
                "verzoek_ouders", "Hulp bij de start.",
                "aanmeldreden", "Heeft een bekend gezicht nodig.",
                "schoolsoort", "vso",
                "niveau", "2",
                "opleiding", "Verkoop",
                "open_voor_coaching", true,
                "beroepskeuze_bekend", true,
                "kan_naar_school", true);
        var referrer = actor(mentor);
        return referrals.refer(
                referrer,
                new Referral(
                        firstName,
                        lastName,
                        birthDate,
                        referrer.memberships().getFirst().organisationId(),
                        answers));
    }

    private String account(String name, String role, String organisation) {
        var email = name.toLowerCase().replace(' ', '.') + "@arnhem.example";
        var account = accounts.createAccount(email, name, PASSWORD);
        var organisationId = regions.organisations(arnhem.id()).stream()
                .filter(each -> each.code().equals(organisation))
                .findFirst()
                .orElseThrow()
                .id();
        accounts.addMembership(account, arnhem.id(), organisationId, role);
        return email;
    }

    private Actor actor(String email) {
        return accounts.actor(accounts.accountId(email).orElseThrow(), arnhem.id())
                .orElseThrow();
    }

    private static Locator heading(Page page) {
        return page.locator("main h1").first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions button(String name) {
        return named(name);
    }

    private static Page.GetByRoleOptions button(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions link(String name) {
        return named(name);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    }

    private static LocatorAssertions.HasCountOptions gone() {
        return new LocatorAssertions.HasCountOptions().setTimeout(30_000);
    }

    private static java.time.Instant morning(LocalDate date) {
        return date.atTime(LocalTime.of(9, 0)).atZone(PlatformClock.ZONE).toInstant();
    }
}
