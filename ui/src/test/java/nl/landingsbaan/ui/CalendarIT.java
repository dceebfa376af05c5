package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.LARGE_PHONE;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.date;
import static nl.landingsbaan.ui.Screens.fits;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a region's administrator does with the school calendar, in a browser. */
@WithServers
@InArnhem
class CalendarIT {

    private static final String PASSWORD = "een goed wachtwoord";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d-M-yyyy");
    private static final LocalDate IN_SPRING = LocalDate.of(2027, 3, 1);
    private static final Map<String, Object> ANSWERS = Map.of(
            "aanleiding", "ouders",
            "verzoek_ouders", "Hulp bij de start.",
            "aanmeldreden", "Heeft een bekend gezicht nodig.",
            "schoolsoort", "vso",
            "niveau", "2",
            "opleiding", "Verkoop",
            "open_voor_coaching", true,
            "beroepskeuze_bekend", true,
            "kan_naar_school", true);

    @LocalServerPort
    int port;

    @Autowired
    People accounts;

    @Autowired
    Regions regions;

    @Autowired
    Referrals referrals;

    @Autowired
    PlatformClock clock;

    private Screens screens;
    private Region arnhem;
    private String mail;

    @BeforeEach
    void anAdministratorAndSomebodyOnTheWay() {
        screens = new Screens(port);
        clock.setOffset(Duration.between(
                Clock.systemUTC().instant(),
                IN_SPRING.atTime(12, 0).atZone(PlatformClock.ZONE).toInstant()));
        arnhem = regions.byCode("arnhem").orElseThrow();
        var number = System.nanoTime();
        mail = "beheer" + number + "@arnhem.example";
        person(mail, "Bea Heer", "regiobeheerder", "lerende-regio");
        var mentor = person("mentor" + number + "@arnhem.example", "Mia Mentor", "mentor", "mariendael");
        referrals.refer(
                mentor,
                new Referral(
                        "Noor",
                        "Jansen" + number,
                        LocalDate.of(2009, 4, 12),
                        mentor.memberships().getFirst().organisationId(),
                        ANSWERS));
    }

    @AfterEach
    void close() {
        screens.close();
        clock.setOffset(Duration.ZERO);
    }

    @Test
    void anAdministratorSeesTheYearMovesADayWithAReasonAndReadsItBack() {
        var page = screens.signedIn(mail, PASSWORD, DESKTOP);
        screens.go(page, "kalender");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Kalender"))).isVisible();
        assertThat(page.getByText("Er is nog geen dag verzet.")).isVisible();
        accessible(page);

        var year = yearOfTheReferral();
        var later = year.anchor("start_mbo").plusDays(6);
        page.getByRole(AriaRole.BUTTON, button("Verzetten: Start op het mbo, schooljaar " + year.code()))
                .click();
        accessible(page);
        date(page, "Nieuwe dag", year.anchor("kerst").plusDays(1).format(TYPED));
        assertThat(page.getByText("Deze dag komt niet voor '1 oktober, de teldatum'"))
                .isVisible();
        date(page, "Nieuwe dag", later.format(TYPED));
        assertThat(page.getByText("Dit schuift mee")).isVisible();
        assertThat(page.getByText("Deze dag telt voor 1 jongere.")).isVisible();
        confirm(page).click();
        assertThat(page.getByText("Schrijf op waarom deze dag verandert.")).isVisible();
        page.getByLabel("Waarom?").fill("De opleiding begint een week later");
        accessible(page);
        confirm(page).click();

        assertThat(page.locator(".lb-calendar-move")).containsText("De opleiding begint een week later");
        assertThat(page.locator(".lb-calendar-move"))
                .containsText(
                        "Doorgevoerd bij 1 jongere.", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(page.locator(".lb-calendar")).not().containsText("Jansen");
        accessible(page);
        assertThat(regions.schoolYear(arnhem.id(), year.code()).orElseThrow().anchor("start_mbo"))
                .isEqualTo(later);

        var phone = screens.signedIn(mail, PASSWORD, PHONE);
        screens.go(phone, "kalender");
        assertThat(phone.locator(".lb-calendar-move")).isVisible();
        accessible(phone);
        fits(phone);

        addsTheNextYear();
    }

    private void addsTheNextYear() {
        var page = screens.signedIn(mail, PASSWORD, LARGE_PHONE);
        screens.go(page, "kalender");
        page.getByRole(AriaRole.BUTTON, button("Schooljaar toevoegen")).click();
        assertThat(page.getByText("Dit is een voorstel")).isVisible();
        accessible(page);
        fits(page);
        date(page, "Start op het mbo", "1-1-2000");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Toevoegen").setExact(true))
                .click();
        assertThat(page.getByText("ligt buiten schooljaar")).isVisible();
        date(page, "Start op het mbo", "1-9-2028");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Toevoegen").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Schooljaar 2028-2029")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        accessible(page);
        fits(page);
    }

    private SchoolYear yearOfTheReferral() {
        return regions.startingAfter(arnhem.id(), IN_SPRING).orElseThrow();
    }

    private static Locator confirm(Page page) {
        return page.locator("vaadin-dialog-overlay, vaadin-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Verzetten").setExact(true))
                .first();
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private Actor person(String address, String name, String role, String organisation) {
        var account = accounts.createAccount(address, name, PASSWORD);
        var organisationId = regions.organisations(arnhem.id()).stream()
                .filter(each -> each.code().equals(organisation))
                .findFirst()
                .orElseThrow()
                .id();
        accounts.addMembership(account, arnhem.id(), organisationId, role);
        return accounts.actor(account, arnhem.id()).orElseThrow();
    }
}
