package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.choose;
import static nl.landingsbaan.ui.Screens.date;
import static nl.landingsbaan.ui.Screens.fits;
import static nl.landingsbaan.ui.Screens.radio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.engine.EngineClock;
import nl.landingsbaan.platform.handover.Handovers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** One dossier from the mentor who fills it to the coach who falls ill, each in a browser of their own. */
@WithServers(engine = WithServers.EngineChoice.OWN, clock = TestServers.EngineClock.CONTROLLED)
@InArnhem
@Import(OneDossierIT.ADayInMarch.class)
class OneDossierIT {

    private static final String PASSWORD = "een goed wachtwoord";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final String DREAM = "Kok in een hotel";
    private static final String AT_INTAKE = "Rustige plek in de klas";
    private static final String LEARNING = "Werkt het best met een planning op papier.";
    private static final String HOME = "Zorgt thuis voor een broertje.";
    private static final String PHONE_NUMBER = "06-11223344";
    private static final String AGREED = "Elke maandag samen de week bekijken.";

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
    Tasks tasks;

    @Autowired
    Handovers handovers;

    @Autowired
    AuditLog audit;

    @Autowired
    EngineClock clock;

    private Screens screens;
    private Region arnhem;
    private Actor mentor;
    private Actor coordinator;
    private Actor coach;
    private Actor successor;
    private Actor slb;

    @BeforeEach
    void peopleOfArnhem() {
        screens = new Screens(port);
        arnhem = regions.byCode("arnhem").orElseThrow();
        mentor = actor("Marie Mentor", "mentor", "mariendael");
        coordinator = actor("Karin Coordinator", "coordinator", "lerende-regio");
        coach = actor("Cas Coach", "coach", "rbl");
        successor = actor("Olga Opvolger", "coach", "rbl");
        slb = actor("Sam Slb", "mbo-mentor", "rijn-ijssel");
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void aMentorFillsADossierTheYoungPersonLimitsItTheMboTakesOverAndAnIllCoachIsReplaced() throws IOException {
        var school = screens.signedIn(email(mentor), PASSWORD, DESKTOP);
        var transfer = refer(school);
        theYoungPersonDecides(school, transfer);
        theCoachIsAssignedAndSeesWhatIsShared(transfer);

        var mbo = screens.signedIn(email(slb), PASSWORD, PHONE);
        viewAsShowsWhatTheMboSees(school, mbo, transfer);
        theHandoverIsSent(school, transfer);
        theHandoverIsReadAndTakenOver(school, mbo, transfer);
        whatIsWithdrawnIsGoneFromTheOpenScreen(school, mbo, transfer);
        theIllCoachIsReplaced(transfer);
    }

    /** The form with what helps this young person, and how to reach her. */
    private long refer(Page page) {
        screens.go(page, "aanmelden");
        page.getByLabel("Voornaam").fill("Noor");
        page.getByLabel("Achternaam").fill("van Dijk");
        date(page, "Geboortedatum", "14-5-2008");
        radio(page, "Wat is de aanleiding?", "Verzoek van de ouders");
        page.getByLabel("Wat vragen de ouders?").fill("Hulp bij de eerste weken.");
        page.getByLabel("Waarom is de overstap lastig zonder hulp?").fill("Vindt grote groepen spannend.");
        choose(page, "Op wat voor school zit de jongere nu?", "Voortgezet speciaal onderwijs (vso)");
        choose(page, "Naar welk niveau gaat de jongere?", "Entree (niveau 1)");
        page.getByLabel("Welke opleiding of welk beroep?").fill("Horeca");
        choose(page, "Naar welk mbo?", "Rijn IJssel (Arnhem)");
        page.getByLabel("De jongere staat zelf open voor coaching").check();
        page.getByLabel("De beroepskeuze is gemaakt").check();
        page.getByLabel("Met de juiste hulp kan de jongere naar school").check();
        page.getByLabel("Telefoonnummer van de jongere").fill(PHONE_NUMBER);
        page.getByLabel("Wat is de droombaan van de jongere?").fill(DREAM);
        page.getByLabel("Leren en plannen").check();
        page.getByLabel("Wat is er nodig bij leren en plannen?").fill(LEARNING);
        page.getByLabel("De situatie thuis").check();
        page.getByLabel("Wat moet de school weten over thuis?").fill(HOME);
        accessible(page);
        button(page, "Aanmelden").click();
        page.waitForURL(Pattern.compile(".*/dossier/\\d+$"));
        return Long.parseLong(page.url().replaceAll(".*/", ""));
    }

    /** The mbo and the coach get loopbaan and leren; what is about home stays at school. */
    private void theYoungPersonDecides(Page school, long transfer) {
        screens.go(school, dossier(transfer, "delen"));
        decide(school, "Ja, dit mag gedeeld worden", "Loopbaan", "Hulp bij leren en plannen");
        decide(school, "Nee, dit wordt niet gedeeld", "Hulp bij de situatie thuis");
        var card = school.locator("section").filter(new Locator.FilterOptions().setHasText("Rijn IJssel (Arnhem)"));
        assertThat(card.first()).containsText("Toestemming tot en met 3 maart 2027");
        accessible(school);
    }

    private void decide(Page school, String decision, String... categories) {
        button(school, "Besluit vastleggen").click();
        var dialog = school.locator("vaadin-dialog[opened]");
        receivers(school, "Rijn IJssel (Arnhem)", "RBL Midden-Gelre");
        radio(school, "Wat is besloten?", decision);
        for (var category : categories) {
            dialog.getByLabel(category, new Locator.GetByLabelOptions().setExact(true))
                    .check();
        }
        accessible(school);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Vastleggen"))
                .click();
        assertThat(school.getByText("Het besluit is vastgelegd en geldt nu.").last())
                .isVisible();
        assertThat(dialog).hasCount(0);
    }

    /** Everybody who takes part is proposed; these stay. */
    private static void receivers(Page page, String... wanted) {
        var box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Met wie?"));
        box.click();
        var chosen = page.locator("vaadin-multi-select-combo-box-item[selected]");
        await().atMost(Duration.ofSeconds(15)).until(() -> chosen.count() > 0);
        chosen.allInnerTexts().stream()
                .filter(name -> !List.of(wanted).contains(name.strip()))
                .forEach(name -> option(page, name.strip()).click());
        for (var name : wanted) {
            if (option(page, name).getAttribute("aria-selected").equals("false")) {
                option(page, name).click();
            }
        }
        box.press("Escape");
    }

    private static Locator option(Page page, String name) {
        return page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void theCoachIsAssignedAndSeesWhatIsShared(long transfer) {
        var coordination = screens.signedIn(email(coordinator), PASSWORD, DESKTOP);
        screens.go(coordination, "taak/" + task(coordinator, transfer).id());
        radio(coordination, "Is er een coach beschikbaar?", "Ja");
        choose(coordination, "Wie wordt de coach?", coach.displayName());
        radio(coordination, "Kent deze coach de jongere al?", "Nee");
        accessible(coordination);
        button(coordination, "Afronden").click();
        assertThat(coordination.getByText("Klaar").first()).isVisible();

        tasks.complete(coach, task(coach, transfer).id(), welcome());
        tasks.complete(coach, task(coach, transfer).id(), intake());
        var coaching = screens.signedIn(email(coach), PASSWORD, PHONE);
        screens.go(coaching, dossier(transfer, "gegevens"));
        assertThat(coaching.getByText(LEARNING)).isVisible();
        assertThat(coaching.getByText(DREAM)).isVisible();
        assertThat(coaching.getByText(HOME)).hasCount(0);
        assertThat(coaching.getByText(PHONE_NUMBER)).hasCount(0);
        assertThat(coaching.getByText("De jongere kiest ervoor dit niet te delen: Hulp bij de situatie thuis."))
                .isVisible();
        accessible(coaching);
        fits(coaching);
    }

    private void viewAsShowsWhatTheMboSees(Page school, Page mbo, long transfer) {
        screens.go(mbo, dossier(transfer, "gegevens"));
        assertThat(mbo.getByText(LEARNING)).isVisible();
        accessible(mbo);
        fits(mbo);
        screens.go(school, dossier(transfer, "delen"));
        school.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bekijk als Rijn IJssel (Arnhem)"))
                .click();
        assertThat(school.getByText("U bekijkt dit dossier door de ogen van: Rijn IJssel (Arnhem)."))
                .isVisible();
        assertThat(school.getByText(LEARNING)).isVisible();
        // Nobody comes to know through the mbo's eyes what the coach wrote and is not shared with the school.
        assertThat(school.getByText(AT_INTAKE)).hasCount(0);
        assertThat(mbo.getByText(AT_INTAKE)).isVisible();
        assertThat(shown(school))
                .isEqualTo(without(shown(mbo), "Welke afspraken zijn gemaakt?", AT_INTAKE))
                .anySatisfy(text -> assertThat(text).contains(DREAM))
                .noneSatisfy(text -> assertThat(text).contains(HOME))
                .noneSatisfy(text -> assertThat(text).contains(PHONE_NUMBER));
        accessible(school);
    }

    private static List<String> without(List<String> shown, String label, String value) {
        return shown.stream()
                .map(text -> text.replace("|" + label, "").replace("|" + value, ""))
                .toList();
    }

    /** What a page shows of a dossier: each label with its value. */
    private static List<String> shown(Page page) {
        var values = page.locator(".lb-values");
        return List.of(
                String.join("|", values.locator("dt").allInnerTexts()),
                String.join("|", values.locator(".lb-value").allInnerTexts()));
    }

    private void theHandoverIsSent(Page school, long transfer) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> handovers.overview(mentor, transfer).sending().isPresent());
        screens.go(school, dossier(transfer, "overdracht"));
        assertThat(school.getByText("De overdracht gaat naar: Rijn IJssel (Arnhem)"))
                .isVisible();
        date(school, "Wanneer was het gesprek?", "3-3-2026");
        radio(school, "Hoe ging het gesprek?", "Op het mbo");
        school.getByLabel("Met wie van het mbo?").fill("Sam Slb");
        radio(school, "Was de jongere erbij?", "Ja");
        school.getByLabel("Wat werkt voor deze jongere, en wat is afgesproken?").fill(AGREED);
        accessible(school);
        button(school, "Overdracht versturen").click();
        assertThat(school.getByText("Nog niet gelezen")).isVisible();
    }

    private void theHandoverIsReadAndTakenOver(Page school, Page mbo, long transfer) throws IOException {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> handovers.overview(slb, transfer).taking().isPresent());
        screens.go(mbo, dossier(transfer, "overdracht"));
        assertThat(mbo.getByText(LEARNING).first()).isVisible();
        assertThat(mbo.getByText(HOME)).hasCount(0);
        accessible(mbo);
        fits(mbo);
        assertThat(pdf(mbo))
                .contains("Noor", LEARNING, DREAM, AGREED)
                .doesNotContain(HOME)
                .doesNotContain(PHONE_NUMBER);

        button(mbo, "Ik neem het over").click();
        assertThat(mbo.getByText("U hebt de overdracht overgenomen").first()).isVisible();
        assertThat(school.locator(".lb-receipts").getByText(slb.displayName()).first())
                .isVisible(patiently());
        assertThat(school.getByText("Overgenomen", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        accessible(school);
    }

    private String pdf(Page page) throws IOException {
        var address = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Als PDF"))
                .evaluate("link => link.href");
        var answer = page.request().get(address.toString());
        assertThat(answer.status()).isEqualTo(200);
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private void whatIsWithdrawnIsGoneFromTheOpenScreen(Page school, Page mbo, long transfer) {
        screens.go(mbo, dossier(transfer, "gegevens"));
        assertThat(mbo.getByText(LEARNING)).isVisible();
        screens.go(school, dossier(transfer, "delen"));
        button(school, "Toestemming intrekken: Rijn IJssel (Arnhem)").click();
        accessible(school);
        school.getByLabel("Loopbaan", new Page.GetByLabelOptions().setExact(true))
                .uncheck();
        button(school, "Intrekken").last().click();
        assertThat(school.getByText("De toestemming is ingetrokken.").first()).isVisible();

        assertThat(mbo.getByText(LEARNING)).hasCount(0, gone());
        assertThat(mbo.getByText(DREAM)).isVisible();
        accessible(mbo);
    }

    /** After the summer, when the coach has work again. */
    private void theIllCoachIsReplaced(long transfer) {
        clock.moveTo(morning(START));
        var coordination = screens.signedIn(email(coordinator), PASSWORD, DESKTOP);
        var work = task(coach, transfer);
        screens.go(coordination, dossier(transfer, ""));
        button(coordination, "Iemand anders als Coach Start & Go").click();
        accessible(coordination);
        coordination
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Wie neemt het over?"))
                .click();
        coordination
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + successor.displayName())))
                .click();
        choose(coordination, "Waarom?", "Ziek");
        button(coordination, "Overdragen").click();
        assertThat(coordination
                        .getByText(successor.displayName() + " heeft het overgenomen.")
                        .first())
                .isVisible();
        accessible(coordination);

        assertThat(task(successor, transfer).id()).isEqualTo(work.id());
        var coaching = screens.signedIn(email(successor), PASSWORD, PHONE);
        screens.go(coaching, "taken");
        assertThat(coaching.getByText("Noor van Dijk").first()).isVisible(patiently());
        screens.go(coaching, dossier(transfer, ""));
        assertThat(coaching.getByText("Welkomstgesprek").first()).isVisible();
        assertThat(coaching.getByText("gedaan door " + coach.displayName()).first())
                .isVisible();
        accessible(coaching);
        fits(coaching);

        var ill = screens.signedIn(email(coach), PASSWORD, PHONE);
        screens.go(ill, dossier(transfer, ""));
        assertThat(ill.getByText("Niet gevonden").first()).isVisible();
        assertThat(ill.getByText("van Dijk")).hasCount(0);
        assertThat(audit.about(arnhem.id(), AuditSubject.TRANSFER, transfer, 100))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo(AuditAction.DOSSIER_REFUSED);
                    assertThat(entry.accountId()).isEqualTo(coach.accountId());
                });
    }

    private TaskSummary task(Actor actor, long transfer) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> tasks.list(actor, TaskFilter.ALL, null, 100).tasks().stream()
                                .filter(task -> task.about().id() == transfer)
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static Map<String, Object> welcome() {
        return Map.of(
                "gesprek_op",
                TODAY.toString(),
                "aanwezig",
                List.of("jongere", "ouders"),
                "afspraken",
                "Elke week bellen",
                "ondersteuningsprofiel",
                "licht",
                "einddatum",
                "2026-12-19",
                "einddatum_verteld",
                true,
                "intakedatum_bekend",
                "ja",
                "intakedatum",
                TODAY.toString());
    }

    private static Map<String, Object> intake() {
        return Map.of(
                "coach_aanwezig",
                "ja",
                "aanwezig_intake",
                List.of("jongere"),
                "intake_uitkomst",
                "toegelaten",
                "intake_afspraken",
                AT_INTAKE);
    }

    private static String dossier(long transfer, String page) {
        return "dossier/" + transfer + (page.isEmpty() ? "" : "/" + page);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String email(Actor actor) {
        return actor.displayName().toLowerCase().replace(' ', '.') + "@arnhem.example";
    }

    private Actor actor(String name, String role, String organisation) {
        var account = accounts.createAccount(name.toLowerCase().replace(' ', '.') + "@arnhem.example", name, PASSWORD);
        var organisationId = regions.organisations(arnhem.id()).stream()
                .filter(each -> each.code().equals(organisation))
                .findFirst()
                .orElseThrow()
                .id();
        accounts.addMembership(account, arnhem.id(), organisationId, role);
        return accounts.actor(account, arnhem.id()).orElseThrow();
    }

    private static Instant morning(LocalDate date) {
        return date.atTime(LocalTime.of(9, 0)).atZone(PlatformClock.ZONE).toInstant();
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    }

    private static LocatorAssertions.HasCountOptions gone() {
        return new LocatorAssertions.HasCountOptions().setTimeout(30_000);
    }
}
