package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.choose;
import static nl.landingsbaan.ui.Screens.fits;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Absences;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.task.OpenedStep;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a coordinator sees and arranges, in a browser. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@InArnhem
class TeamIT {

    private static final String PASSWORD = "een goed wachtwoord";
    private static final AtomicLong KEYS = new AtomicLong(900_000_000);

    @LocalServerPort
    int port;

    @Autowired
    People accounts;

    @Autowired
    Regions regions;

    @Autowired
    Routes routes;

    @Autowired
    Referrals referrals;

    @Autowired
    TaskProjection projection;

    @Autowired
    Absences absences;

    @Autowired
    PlatformClock clock;

    private final Map<Long, String> mails = new HashMap<>();

    private Screens screens;
    private Region arnhem;
    private Actor mentor;
    private Actor colleague;
    private Actor coordinator;
    private long transfer;

    @BeforeEach
    void aSchoolWithTwoMentors() {
        screens = new Screens(port);
        arnhem = regions.byCode("arnhem").orElseThrow();
        var family = " Proef" + KEYS.incrementAndGet();
        mentor = person("Sanne" + family, "mentor");
        colleague = person("Fatima" + family, "mentor");
        coordinator = person("Ingrid" + family, "zorgcoordinator");
        transfer = referrals.refer(
                mentor,
                new Referral(
                        "Noor",
                        "Jansen" + KEYS.incrementAndGet(),
                        LocalDate.of(2009, 4, 12),
                        mentor.memberships().getFirst().organisationId(),
                        referralAnswers()));
        var version = routes.current(arnhem.id()).orElseThrow();
        var step = routes.steps(version.id()).stream()
                .filter(each -> each.roles().contains("mentor")
                        && each.formId() != null
                        && each.kind().name().equals("USER_TASK"))
                .map(Step::id)
                .findFirst()
                .orElseThrow();
        for (var days : List.of(-2, 3)) {
            var key = KEYS.incrementAndGet();
            projection.open(new OpenedStep(
                    arnhem.id(), transfer, step, key, key, clock.instant().plusSeconds(days * 86_400L)));
        }
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void aCoordinatorSeesTheTeamReplacesAnIllMentorAndSeesWhoLooked() {
        var today = PlatformClock.today(clock);
        absences.set(mentor, mentor.accountId(), today, today.plusDays(4), colleague.accountId());
        var desk = screens.signedIn(mail(coordinator), PASSWORD, DESKTOP);
        screens.go(desk, "team");
        assertThat(desk.getByRole(AriaRole.HEADING, named("Team"))).isVisible();
        assertThat(desk.locator(".lb-team-member").filter(hasText(mentor.displayName())))
                .containsText("1 te laat");
        assertThat(desk.locator(".lb-team-member").filter(hasText(mentor.displayName())))
                .containsText("neemt waar");
        accessible(desk);

        desk.getByRole(AriaRole.BUTTON, named("Alles overdragen: " + mentor.displayName()))
                .click();
        accessible(desk);
        desk.getByRole(AriaRole.BUTTON, named("Annuleren")).click();

        screens.go(desk, "dossier/" + transfer);
        desk.getByRole(AriaRole.BUTTON, named("Iemand anders als Mentor"))
                .first()
                .click();
        choose(desk, "Wie neemt het over?", colleague.displayName());
        choose(desk, "Waarom?", "Ziek");
        accessible(desk);
        desk.getByRole(AriaRole.BUTTON, named("Overdragen")).click();
        assertThat(desk.getByText("Eerder betrokken (1)"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        accessible(desk);
        screens.go(desk, "dossier/" + transfer + "/inzage");
        assertThat(desk.locator(".lb-readers")).containsText(coordinator.displayName());
        accessible(desk);

        givenAndPostponedSeveralAtOnce(desk);

        var phone = screens.signedIn(mail(coordinator), PASSWORD, PHONE);
        screens.go(phone, "team");
        assertThat(phone.getByRole(AriaRole.HEADING, named(colleague.displayName()))
                        .first())
                .isVisible();
        accessible(phone);
        fits(phone);
        phone.getByRole(AriaRole.BUTTON, named("Afwezigheid: " + colleague.displayName()))
                .first()
                .click();
        assertThat(phone.getByLabel("Eerste dag")).isVisible();
        accessible(phone);
        fits(phone);
        screens.go(phone, "team/" + colleague.accountId());
        phone.locator(".lb-team-tasks vaadin-checkbox").first().click();
        assertThat(phone.getByText("1 taak gekozen")).isVisible();
        accessible(phone);
        fits(phone);
        screens.go(phone, "dossier/" + transfer + "/inzage");
        assertThat(phone.locator(".lb-readers")).containsText(coordinator.displayName());
        accessible(phone);
        fits(phone);

        var former = screens.signedIn(mail(mentor), PASSWORD, PHONE);
        screens.go(former, "dossier/" + transfer);
        assertThat(former.getByText("Niet gevonden").first()).isVisible();
        former.locator(".lb-account summary").click();
        former.getByRole(AriaRole.BUTTON, named("Mijn afwezigheid")).click();
        assertThat(former.getByText("neemt waar")).isVisible();
        accessible(former);
        fits(former);
    }

    @Test
    void whoLeavesHandsEverythingOverAndLosesTheRoles() {
        var administrator = person("Bea Heer", "regiobeheerder", "lerende-regio");
        for (var width : List.of(DESKTOP, PHONE)) {
            var page = screens.signedIn(mail(administrator), PASSWORD, width);
            screens.go(page, "medewerkers");
            page.getByLabel("Zoek").first().fill(mentor.displayName());
            var leave = page.getByRole(AriaRole.BUTTON, named(mentor.displayName() + " vertrekt"));
            assertThat(leave).hasCount(1);
            accessible(page);
            fits(page);
            leave.click();
            assertThat(page.getByText("Naar wie gaat het?")).isVisible();
            accessible(page);
            fits(page);
            if (width == PHONE) {
                page.getByRole(AriaRole.COMBOBOX, named("Collega")).click();
                page.getByRole(AriaRole.OPTION, named(colleague.displayName())).click();
                page.getByRole(AriaRole.BUTTON, named("Overdragen").setExact(true))
                        .click();
                assertThat(page.getByText("Overgedragen van " + mentor.displayName()))
                        .isVisible();
                assertThat(leave).hasCount(0);
            }
        }
    }

    private void givenAndPostponedSeveralAtOnce(Page desk) {
        screens.go(desk, "team/" + colleague.accountId());
        accessible(desk);
        desk.locator(".lb-team-tasks vaadin-checkbox").nth(0).click();
        desk.locator(".lb-team-tasks vaadin-checkbox").nth(1).click();
        assertThat(desk.getByText("2 taken gekozen")).isVisible();
        accessible(desk);
        desk.getByRole(AriaRole.BUTTON, named("Toewijzen aan…")).click();
        assertThat(desk.getByText("U geeft 2 taken aan een collega")).isVisible();
        accessible(desk);
        desk.getByRole(AriaRole.BUTTON, named("Annuleren")).click();
        desk.getByRole(AriaRole.BUTTON, named("Uitstellen…")).click();
        var until = desk.getByRole(AriaRole.COMBOBOX, named("Uiterlijk"));
        until.fill(PlatformClock.today(clock).plusDays(5).format(DateTimeFormatter.ofPattern("d-M-yyyy")));
        until.press("Enter");
        desk.getByLabel("Waarom wordt het later?").fill("De mentor is ziek.");
        accessible(desk);
        desk.getByRole(AriaRole.BUTTON, named("Uitstellen").setExact(true)).click();
        assertThat(desk.getByText("De mentor is ziek.").first()).isVisible();
        accessible(desk);
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private Map<String, Object> referralAnswers() {
        return Map.of(
                "aanleiding", "ouders",
                "verzoek_ouders", "Hulp bij de start.",
                "aanmeldreden", "Heeft een bekend gezicht nodig.",
                "schoolsoort", "vso",
                "niveau", "2",
                "opleiding", "Verkoop",
                "open_voor_coaching", true,
                "beroepskeuze_bekend", true,
                "kan_naar_school", true);
    }

    private String mail(Actor actor) {
        return mails.get(actor.accountId());
    }

    private Actor person(String name, String role) {
        return person(name, role, "mariendael");
    }

    private Actor person(String name, String role, String organisationCode) {
        var organisation = regions.organisations(arnhem.id()).stream()
                .filter(each -> each.code().equals(organisationCode))
                .findFirst()
                .orElseThrow();
        var email = "team" + KEYS.incrementAndGet() + "@arnhem.example";
        var account = accounts.createAccount(email, name, PASSWORD);
        accounts.addMembership(account, arnhem.id(), organisation.id(), role);
        mails.put(account, email);
        return accounts.actor(account, arnhem.id()).orElseThrow();
    }
}
