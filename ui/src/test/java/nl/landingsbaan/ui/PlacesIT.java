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
import nl.landingsbaan.platform.place.PlaceKind;
import nl.landingsbaan.platform.place.PlaceQueue;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.place.Wish;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Places with a queue, in a browser. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@InArnhem
class PlacesIT {

    private static final String PASSWORD = "een goed wachtwoord";
    private static final AtomicLong KEYS = new AtomicLong(800_000_000);

    @LocalServerPort
    int port;

    @Autowired
    People accounts;

    @Autowired
    Regions regions;

    @Autowired
    Referrals referrals;

    @Autowired
    Places places;

    @Autowired
    PlaceQueue queue;

    private Screens screens;
    private Region arnhem;
    private Actor mentor;
    private Actor coordinator;

    @BeforeEach
    void people() {
        screens = new Screens(port);
        arnhem = regions.byCode("arnhem").orElseThrow();
        mentor = person("mentor@plekken.example", "Mia Proef", "mentor", "mariendael");
        coordinator = person("cor@plekken.example", "Cor Proef", "coordinator", "lerende-regio");
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void aCoordinatorSeesWhoWaitsAndLetsTheFirstInByRaisingTheNumber() {
        var page = screens.signedIn("cor@plekken.example", PASSWORD, DESKTOP);
        assertThat(page.locator(".lb-nav").getByText("Plekken")).hasCount(0);
        screens.go(page, "plekken");
        assertThat(page.getByText("Deze regio heeft geen plekken met een maximum."))
                .isVisible();
        accessible(page);

        places.define(arnhem.id(), List.of(new PlaceKind("coaching", "Coaching", 1, null)));
        wish("Sam");
        var noor = wish("Noor");
        wish("Esra");
        screens.go(page, "plekken");
        assertThat(page.locator(".lb-nav").getByText("Plekken")).hasCount(1);
        assertThat(page.getByText("1 van 1 bezet")).isVisible();
        assertThat(page.locator(".lb-place-queue > li").nth(0)).containsText("Noor");
        assertThat(page.locator(".lb-place-queue > li").nth(1)).containsText("Esra");
        accessible(page);

        screens.go(page, "dossier/" + noor);
        assertThat(page.getByText("Wacht op een plek: Coaching (nummer 1 in de rij)"))
                .isVisible();
        accessible(page);

        screens.go(page, "plekken");
        page.getByRole(AriaRole.BUTTON, named("Aantal veranderen: Coaching")).press("Enter");
        var number = page.getByLabel("Aantal plekken");
        number.fill("2");
        page.getByRole(AriaRole.BUTTON, named("Opslaan")).click();
        assertThat(page.locator("vaadin-text-area").getByText("Schrijf op waarom het aantal verandert."))
                .isVisible();
        assertThat(number).hasValue("2");
        accessible(page);
        page.getByLabel("Waarom verandert het aantal?").fill("Een coach erbij");
        page.getByRole(AriaRole.BUTTON, named("Opslaan")).click();

        assertThat(page.getByText("Opgeslagen. Uit de rij gekomen: 1.")).isVisible();
        assertThat(page.getByText("2 van 2 bezet")).isVisible();
        assertThat(page.locator(".lb-place-queue > li")).hasCount(1);
        page.getByText("Hoe het aantal veranderde").click();
        assertThat(page.getByText("Een coach erbij")).isVisible();
        page.getByText("Uit de rij gekomen in de laatste 30 dagen: 1").click();
        assertThat(page.getByText("kreeg op")).isVisible();
        accessible(page);

        var phone = screens.signedIn("cor@plekken.example", PASSWORD, PHONE);
        screens.go(phone, "plekken");
        assertThat(phone.getByText("2 van 2 bezet")).isVisible();
        fits(phone);
        accessible(phone);
        screens.go(phone, "dossier/" + noor);
        fits(phone);
    }

    private long wish(String firstName) {
        var id = referrals.refer(
                mentor,
                new Referral(
                        firstName,
                        "Jansen" + KEYS.incrementAndGet(),
                        LocalDate.of(2009, 4, 12),
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
        queue.wish(new Wish(arnhem.id(), id, "coaching", KEYS.incrementAndGet(), KEYS.incrementAndGet()));
        return id;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private Actor person(String mail, String name, String role, String organisationCode) {
        var organisation = regions.organisations(arnhem.id()).stream()
                .filter(each -> each.code().equals(organisationCode))
                .findFirst()
                .orElseThrow();
        var account = accounts.createAccount(mail, name, PASSWORD);
        accounts.addMembership(account, arnhem.id(), organisation.id(), role);
        return accounts.actor(account, arnhem.id()).orElseThrow();
    }
}
