package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.fits;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
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

/** Messages in a browser. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@InArnhem
class MessagesIT {

    private static final String PASSWORD = "een goed wachtwoord";
    private static final String MENTOR = "mentor.berichten@arnhem.example";
    private static final AtomicLong KEYS = new AtomicLong(900_000_000);

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Regions regions;

    @Autowired
    Routes routes;

    @Autowired
    Referrals referrals;

    @Autowired
    TaskProjection projection;

    private Screens screens;
    private Region arnhem;
    private Actor mentor;

    @BeforeEach
    void aMentor() {
        screens = new Screens(port);
        arnhem = regions.byCode("arnhem").orElseThrow();
        var account = people.createAccount(MENTOR, "Mentor Berichten", PASSWORD);
        var school = regions.organisations(arnhem.id()).stream()
                .filter(each -> each.code().equals("mariendael"))
                .findFirst()
                .orElseThrow();
        people.addMembership(account, arnhem.id(), school.id(), "mentor");
        mentor = people.actor(account, arnhem.id()).orElseThrow();
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void aMessageIsCountedWhileOneLooksLeadsToItsTaskAndIsReadThen() {
        var page = screens.signedIn(MENTOR, PASSWORD, DESKTOP);
        screens.go(page, "berichten");
        assertThat(page.getByText("U hebt geen berichten", new Page.GetByTextOptions()))
                .isVisible();
        accessible(page);

        open(refer("Noor", "van Dijk"));
        open(refer("Daan", "Evers"));

        assertThat(page.locator(".lb-bell-count")).hasText("2");
        assertThat(page.locator(".lb-message-unread")).hasCount(2);
        accessible(page);
        var phone = screens.signedIn(MENTOR, PASSWORD, PHONE);
        screens.go(phone, "berichten");
        assertThat(phone.locator(".lb-message-unread")).hasCount(2);
        accessible(phone);
        fits(phone);

        var noor = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Noor van Dijk"));
        noor.focus();
        noor.press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        page.waitForURL("**/taak/*");
        assertThat(page.locator(".lb-bell-count")).hasText("1");

        assertThat(phone.locator(".lb-message-unread")).hasCount(1);
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Alles als gelezen markeren"))
                .click();
        assertThat(phone.locator(".lb-message-unread")).hasCount(0);
        assertThat(page.locator(".lb-bell-count")).isHidden();

        screens.go(phone, "berichten/instellingen");
        assertThat(phone.getByText("Deze installatie verstuurt geen mail.")).isVisible();
        accessible(phone);
        fits(phone);
        phone.getByLabel("Geen mail").first().check();
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Opslaan"))
                .click();
        assertThat(phone.getByText("Uw keuze is opgeslagen.")).isVisible();
        phone.reload();
        assertThat(phone.getByLabel("Geen mail").first()).isChecked();
    }

    private long refer(String firstName, String lastName) {
        return referrals.refer(
                mentor,
                new Referral(
                        firstName,
                        lastName,
                        LocalDate.now(PlatformClock.ZONE).minusYears(17),
                        mentor.memberships().getFirst().organisationId(),
                        Map.of(
                                "aanleiding", "ouders",
                                "verzoek_ouders", "Hulp bij de start.",
                                "aanmeldreden", "Heeft een bekend gezicht nodig.",
                                "schoolsoort", "vso",
                                "niveau", "2",
                                "opleiding", "Verkoop",
                                "open_voor_coaching", true,
                                "beroepskeuze_bekend", true,
                                "kan_naar_school", true)));
    }

    /** A step of the mentor's, as the engine tells of it. */
    private void open(long transfer) {
        var step = routes.steps(routes.current(arnhem.id()).orElseThrow().id()).stream()
                .filter(each ->
                        each.kind() == StepKind.USER_TASK && each.roles().equals(List.of("mentor")))
                .findFirst()
                .orElseThrow();
        var key = KEYS.incrementAndGet();
        projection.open(new OpenedStep(arnhem.id(), transfer, step.id(), key, key, null));
    }
}
