package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.date;
import static nl.landingsbaan.ui.Screens.fits;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.gathering.GatheringCalendar;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A trainer starts a group, does its task and sees it ended, in a browser on the region with which groups are proved. */
@WithServers
@SpringBootTest(
        classes = Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "landingsbaan.library=../processes",
            "landingsbaan.tenants=../proof/src/test/resources/groepen/tenants",
            "landingsbaan.regions=groepen"
        })
class GroupsIT {

    private static final String PASSWORD = "een goed wachtwoord";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Regions regions;

    @Autowired
    GatheringCalendar calendar;

    private Screens screens;

    @BeforeEach
    void open() {
        screens = new Screens(port);
        calendar.look();
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void aGroupIsStartedItsTaskIsDoneAndItStandsAmongThoseThatHaveEnded() {
        var trainer = account("trainer");
        var page = screens.signedIn(trainer, PASSWORD, DESKTOP);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Groepen"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Groepen en overleggen")))
                .isVisible();
        assertThat(page.getByText("Coachoverleg")).hasCount(0);
        accessible(page);

        page.getByRole(AriaRole.BUTTON, button("Themamiddag starten")).click();
        page.getByRole(AriaRole.BUTTON, button("Starten")).click();
        assertThat(page.getByText("Kies een datum bij 'Wanneer is de themamiddag?'.")
                        .first())
                .isVisible();
        accessible(page);
        date(
                page,
                "Wanneer is de themamiddag?",
                LocalDate.now(PlatformClock.ZONE).plusDays(7).format(DateTimeFormatter.ofPattern("d-M-yyyy")));
        page.getByRole(AriaRole.BUTTON, button("Starten")).click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Themamiddag"))).isVisible();
        assertThat(page.getByText("Er zijn nu geen jongeren in deze groep.")).isVisible();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Themamiddag houden"))
                .click();
        assertThat(page.getByText("Schrijf hier geen namen van jongeren op.")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Naar de groep")))
                .isVisible();
        accessible(page);
        page.getByLabel("Opmerking").fill("Met een gast van het mbo");
        page.getByRole(AriaRole.BUTTON, button("Afronden")).click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Klaar"))).isVisible();

        for (var width : new int[] {DESKTOP, PHONE}) {
            var again = screens.signedIn(trainer, PASSWORD, width);
            screens.go(again, "groepen");
            again.getByRole(AriaRole.BUTTON, button("Geëindigd")).click();
            assertThat(again.getByText("Groep klaar").first()).isVisible();
            accessible(again);
            fits(again);
            again.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Themamiddag"))
                    .first()
                    .click();
            assertThat(again.getByText("Met een gast van het mbo")).isVisible();
            accessible(again);
            fits(again);
        }
    }

    @Test
    void whatTheCalendarStartedIsThereForWhoeverTakesPart() {
        var page = screens.signedIn(account("coach"), PASSWORD, PHONE);
        screens.go(page, "groepen");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Coachoverleg"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Coachoverleg"))).isVisible();
        assertThat(page.getByText("Er is nog geen taak afgerond.")).isVisible();
        accessible(page);
        fits(page);
    }

    private String account(String role) {
        var region = regions.byCode("groepen").orElseThrow();
        var email = role + System.nanoTime() + "@groepen.example";
        var account = people.createAccount(email, "Test " + role, PASSWORD);
        people.addMembership(
                account,
                region.id(),
                regions.organisations(region.id()).stream()
                        .filter(each -> each.code().equals("bureau"))
                        .findFirst()
                        .orElseThrow()
                        .id(),
                role);
        return email;
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
