package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.choose;
import static nl.landingsbaan.ui.Screens.fits;
import static nl.landingsbaan.ui.Screens.radio;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
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

/** The list of tasks as somebody works with it all day: with the keyboard, several at once, and looked at in an own way. */
@WithServers(engine = WithServers.EngineChoice.OWN, clock = TestServers.EngineClock.CONTROLLED)
@InArnhem
@Import(WorkListIT.ADayInMarch.class)
class WorkListIT {

    private static final String PASSWORD = "een goed wachtwoord";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static int people;

    /** The tests' day, set before the engine processes anything. */
    @TestConfiguration(proxyBeanMethods = false)
    static class ADayInMarch {

        @Bean
        SmartInitializingSingleton aDayInMarch(EngineClock clock) {
            return () -> clock.moveTo(
                    TODAY.atTime(LocalTime.of(9, 0)).atZone(PlatformClock.ZONE).toInstant());
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

    private Screens screens;
    private Region arnhem;
    private String mentor;
    private String coordinator;

    @BeforeEach
    void peopleOfArnhem() {
        screens = new Screens(port);
        arnhem = regions.byCode("arnhem").orElseThrow();
        people++;
        mentor = account("Mentor " + people, "mentor", "mariendael");
        coordinator = account("Coordinator " + people, "coordinator", "lerende-regio");
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void fromTheListToDoneAndBackWithTheKeyboardAlone() {
        refer("Alida", "Toetsenbord");
        refer("Berend", "Toetsenbord");
        var page = list(coordinator);
        find(page, "Toetsenbord", 2);
        leaveTheField(page);

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/taak/\\d+$"));
        assertThat(page.locator("h1")).isFocused();
        page.keyboard().press("Escape");
        page.waitForURL(Pattern.compile(".*/taken$"));
        assertThat(rows(page).nth(1).locator("a")).isFocused();

        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/taak/\\d+$"));
        radio(page, "Is er een coach beschikbaar?", "Nee");
        choose(page, "Waarom is er nog geen coach?", "Alle coaches zijn vol");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText("is afgerond en bewaard").first()).isVisible();
        accessible(page);
        page.keyboard().press("Escape");
        page.waitForURL(Pattern.compile(".*/taken$"));
        assertThat(page.getByText("Toetsenbord").first()).isVisible(patiently());
        assertThat(page.locator("lb-task-rows li a:focus")).hasCount(1);
    }

    @Test
    void severalTasksArePostponedAtOnceWithTheReasonForAllToSee() {
        refer("Cato", "Uitgesteld");
        refer("Dirk", "Uitgesteld");
        var page = list(coordinator);
        find(page, "Uitgesteld", 2);
        rows(page).nth(0).locator("input").click();
        rows(page)
                .nth(1)
                .locator("input")
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(page.getByText("2 taken gekozen")).isVisible();
        accessible(page);
        page.getByRole(AriaRole.BUTTON, button("Uitstellen…")).click();
        page.locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, inDialog("Uitstellen"))
                .click();
        assertThat(page.getByText("Kies de nieuwe datum.").first()).isVisible();
        var due = TODAY.plusDays(16);
        var until = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Uiterlijk"));
        until.fill(due.getDayOfMonth() + "-" + due.getMonthValue() + "-" + due.getYear());
        until.press("Enter");
        page.getByLabel("Waarom wordt het later?").fill("De school is een week dicht.");
        accessible(page);
        page.locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, inDialog("Uitstellen"))
                .click();
        assertThat(page.getByText("uitgesteld tot").first()).isVisible(patiently());
        assertThat(page.getByText("De school is een week dicht.").first()).isVisible();
    }

    @Test
    void severalTasksAreTakenAndGivenToAColleague() {
        refer("Evert", "Gegeven");
        refer("Floor", "Gegeven");
        account("Collega Gegeven " + people, "coordinator", "lerende-regio");
        var page = list(coordinator);
        find(page, "Gegeven", 2);
        leaveTheField(page);
        page.keyboard().press("j");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.getByText("2 taken gekozen")).isVisible();
        page.locator(".lb-selection")
                .getByRole(AriaRole.BUTTON, inDialog("Oppakken"))
                .click();
        assertThat(page.getByText("2 taken gewijzigd.")).isVisible();
        assertThat(page.locator("lb-task-rows").getByText("van mij")).hasCount(2);

        var before = rows(page).count();
        page.keyboard().press("x");
        assertThat(page.locator(".lb-selection")).hasCount(1);
        page.getByRole(AriaRole.BUTTON, button("Toewijzen aan…")).click();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Collega"))
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Collega Gegeven " + people))
                .first()
                .click();
        accessible(page);
        page.locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, inDialog("Toewijzen"))
                .click();
        assertThat(rows(page)).hasCount(before - 1, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
    }

    @Test
    void theListStandsByYoungPersonAndOpensInTheWayThatWasKept() {
        refer("Geertje", "Groepsgewijs");
        var page = list(coordinator);
        find(page, "Groepsgewijs", 1);
        page.getByRole(AriaRole.BUTTON, button("Per jongere")).click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Geertje Groepsgewijs")))
                .isVisible();
        accessible(page);
        fits(page);
        page.getByRole(AriaRole.BUTTON, button("Filter bewaren…")).click();
        page.getByLabel("Naam van het filter").fill("Mijn groep");
        page.getByLabel("Open de lijst voortaan zo").check();
        page.getByRole(AriaRole.BUTTON, button("Bewaren")).click();
        assertThat(page.getByLabel("Naam van filter Mijn groep")).isVisible();
        accessible(page);

        screens.go(page, "taken");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Geertje Groepsgewijs")))
                .isVisible(patiently());
        var phone = screens.signedIn(coordinator, PASSWORD, PHONE);
        screens.go(phone, "taken");
        assertThat(phone.getByRole(AriaRole.HEADING, heading("Geertje Groepsgewijs")))
                .isVisible(patiently());
        accessible(phone);
        fits(phone);
    }

    @Test
    void aYoungPersonIsFoundFromAnywhereByAPartOfTheNameWithASlip() {
        refer("Khadija", "El Idrissi");
        var page = list(mentor);
        page.keyboard().press("Control+k");
        page.keyboard().type("khadisja idris");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("Khadija El Idrissi")))
                .first()
                .waitFor();
        accessible(page);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/dossier/\\d+$"));
        assertThat(page.locator("h1")).containsText("Khadija");
    }

    @Test
    void theKeysAreExplainedOnAQuestionMark() {
        var page = list(coordinator);
        page.keyboard().press("?");
        assertThat(page.getByText("Werken met het toetsenbord")).isVisible();
        accessible(page);
    }

    private Page list(String email) {
        var page = screens.signedIn(email, PASSWORD, DESKTOP);
        screens.go(page, "taken");
        assertThat(page.locator("h1")).isVisible();
        return page;
    }

    private static void find(Page page, String name, int expected) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Zoek op naam"))
                .fill(name);
        assertThat(rows(page)).hasCount(expected, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    }

    /** Not with Escape: that empties the field, and the list is no longer narrowed. */
    private static void leaveTheField(Page page) {
        page.evaluate("document.activeElement.blur()");
    }

    private static Locator rows(Page page) {
        return page.locator("lb-task-rows li");
    }

    private void refer(String firstName, String lastName) {
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
        referrals.refer(
                referrer,
                new Referral(
                        firstName,
                        lastName,
                        TODAY.minusYears(17),
                        referrer.memberships().getFirst().organisationId(),
                        answers));
    }

    private String account(String name, String role, String organisation) {
        var email = name.toLowerCase().replace(' ', '.') + "@lijst.example";
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

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(name));
    }

    private static Locator.GetByRoleOptions inDialog(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    }
}
