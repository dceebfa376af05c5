package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.choose;
import static nl.landingsbaan.ui.Screens.fits;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.time.PlatformClock;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A young person moves from one region to another, in a browser. The engine may be away meanwhile. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@InArnhem
class RegionalMoveIT {

    private static final String PASSWORD = "een goed wachtwoord";

    @LocalServerPort
    int port;

    @Autowired
    TestRegions regions;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Screens screens;

    @BeforeEach
    void open() {
        screens = new Screens(port);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void aCoordinatorHandsAYoungPersonOverAndTheOtherRegionTakesOver() {
        var startMbo =
                LocalDate.now(PlatformClock.ZONE).plusMonths(8).withMonth(9).withDayOfMonth(1);
        var north = regions.make("hier" + System.nanoTime(), startMbo);
        var south = regions.make("daar" + System.nanoTime(), startMbo);
        var transfer = regions.refer(north, "Noor", "Verhuisman");
        var earlier = regions.refer(south, "Noor", "Verhuisman");
        transaction.executeWithoutResult(status ->
                jdbc.update("UPDATE transfer SET ended_at = NOW(), outcome = 'afgerond' WHERE id = ?", earlier));

        var receiving = coordinator(south);
        var sender = screens.signedIn(coordinator(north), PASSWORD, DESKTOP);
        screens.go(sender, "dossier/" + transfer + "/verhuizen");
        choose(sender, "Naar welke regio", south.region().name());
        sender.getByLabel("Voortgang").check();
        accessible(sender);
        sender.getByRole(AriaRole.BUTTON, button("Verhuizing versturen")).click();
        assertThat(sender.getByText("Zonder toestemming gaat er niets").first()).isVisible();
        sender.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName("De jongere").setExact(true))
                .check();
        choose(sender, "Hoe is dit besproken?", "In een gesprek");
        sender.getByLabel("Waarom verhuist de jongere?").fill("Het gezin verhuist.");
        sender.setViewportSize(PHONE, 844);
        fits(sender);
        sender.setViewportSize(DESKTOP, 900);
        sender.getByRole(AriaRole.BUTTON, button("Verhuizing versturen")).click();
        assertThat(sender.getByText("Er is nog geen antwoord").first()).isVisible();
        accessible(sender);

        var receiver = screens.signedIn(receiving, PASSWORD, PHONE);
        screens.go(receiver, "jongeren");
        assertThat(receiver.getByText("Er verhuizen jongeren naar uw regio: 1")).isVisible();
        screens.go(receiver, "berichten");
        receiver.getByText("Een jongere uit een andere regio wil komen").click();
        assertThat(receiver.getByText("17 jaar, komt van vso")).isVisible();
        assertThat(receiver.getByText("Verhuisman")).hasCount(0);
        receiver.getByRole(AriaRole.BUTTON, button("Overnemen")).click();
        choose(receiver, "Bij welke school", "De Andere School");
        receiver.getByRole(AriaRole.BUTTON, button("Jongere overnemen")).click();
        receiver.getByText("Ja, dit is Noor Verhuisman").click();
        accessible(receiver);
        fits(receiver);
        receiver.getByRole(AriaRole.BUTTON, button("Jongere overnemen")).click();
        assertThat(receiver.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Noor Verhuisman")))
                .isVisible();

        screens.go(sender, "dossier/" + transfer + "/verhuizen");
        assertThat(sender.getByText("Overgenomen door").first()).isVisible();
        sender.setViewportSize(PHONE, 844);
        fits(sender);
        screens.go(sender, "berichten");
        assertThat(sender.getByText("De andere regio heeft de jongere overgenomen"))
                .isVisible();
    }

    @Test
    void theListOfYoungPeopleIsDownloadedAsItIsFiltered() throws IOException {
        var region = regions.make(
                "lijst" + System.nanoTime(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(8).withMonth(9).withDayOfMonth(1));
        regions.refer(region, "Noor", "Verhuisman");
        regions.refer(region, "Sem", "Bakker");
        var page = screens.signedIn(coordinator(region), PASSWORD, DESKTOP);
        screens.go(page, "jongeren");
        page.getByLabel("Zoeken").fill("Verhuisman");
        assertThat(page.getByText("Sem Bakker")).hasCount(0);

        var download = page.waitForDownload(
                () -> page.getByText("Lijst downloaden (CSV)").click());

        Assertions.assertThat(download.suggestedFilename()).isEqualTo("jongeren.csv");
        Assertions.assertThat(Files.readString(download.path()))
                .contains("Noor;Verhuisman;")
                .doesNotContain("Bakker");
    }

    private String coordinator(TestRegion region) {
        var email = "coordinator" + System.nanoTime() + "@" + region.region().code() + ".example";
        var account = people.createAccount(email, "Coördinator", PASSWORD);
        people.addMembership(
                account,
                region.region().id(),
                region.coordinator().memberships().getFirst().organisationId(),
                "coordinator");
        return email;
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
