package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.fits;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.contact.ContactResult;
import nl.landingsbaan.platform.contact.Contacts;
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

/** Contact, appointments and the calendar feed in a browser, most of it as wide as a phone. */
@WithServers(engine = WithServers.EngineChoice.OWN, clock = TestServers.EngineClock.CONTROLLED)
@InArnhem
@Import(ContactIT.ADayInMarch.class)
class ContactIT {

    private static final String PASSWORD = "een goed wachtwoord";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

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

    @Autowired
    Contacts contacts;

    private Screens screens;
    private Region arnhem;
    private String mentor;

    @BeforeEach
    void aMentor() {
        screens = new Screens(port);
        arnhem = regions.byCode("arnhem").orElseThrow();
        mentor = "mentor" + System.nanoTime() + "@arnhem.example";
        var account = accounts.createAccount(mentor, "Mentor Contact", PASSWORD);
        var school = regions.organisations(arnhem.id()).stream()
                .filter(each -> each.code().equals("mariendael"))
                .findFirst()
                .orElseThrow();
        accounts.addMembership(account, arnhem.id(), school.id(), "mentor");
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void onAPhoneAContactIsLoggedInTwoTapsAndCanBeTakenBack() {
        var transfer = refer("Noor", "Tik");
        var phone = screens.signedIn(mentor, PASSWORD, PHONE);
        screens.go(phone, "dossier/" + transfer + "/contact");
        accessible(phone);
        fits(phone);
        button(phone, "Contact vastleggen").click();
        accessible(phone);

        button(phone, "Gebeld").click();
        accessible(phone);
        button(phone, "wisselend").click();

        assertThat(phone.getByText("Vastgelegd: Gebeld, wisselend.")).isVisible();
        var moment = contacts.of(actor(), transfer).moments().getFirst();
        assertThat(moment.kind()).isEqualTo("bellen");
        assertThat(moment.result()).isEqualTo(ContactResult.MIXED);
        accessible(phone);
        fits(phone);

        phone.getByLabel("Notitie").fill("Wil graag een keer meelopen");
        button(phone, "Klaar").click();
        assertThat(phone.getByText("Wil graag een keer meelopen")).isVisible();
        assertThat(phone.getByText("Laatste contact: vandaag.")).isVisible();
        accessible(phone);

        button(phone, "Gebeld wijzigen").click();
        button(phone, "Ongedaan maken").click();
        assertThat(phone.getByText("Er is nog geen contact vastgelegd.")).isVisible();
    }

    @Test
    void fromTheListOfYoungPeopleAContactIsLoggedTooAndTheListShowsIt() {
        refer("Sem", "Lijst");
        var desk = screens.signedIn(mentor, PASSWORD, DESKTOP);
        screens.go(desk, "jongeren");
        assertThat(desk.getByText("nog niet").first()).isVisible();
        accessible(desk);
        button(desk, "Contact met Sem Lijst vastleggen").first().click();
        button(desk, "Bezoek").click();
        button(desk, "goed").click();
        button(desk, "Klaar").click();
        assertThat(desk.getByText("di 3 mrt").first()).isVisible();
        screens.go(desk, "te-lang-geen-contact");
        assertThat(desk.getByText("U hebt alle jongeren op tijd gesproken.")).isVisible();
        accessible(desk);
    }

    @Test
    void anAppointmentStandsInTheAgendaAndTheFeedSaysOnlyWhen() {
        var transfer = refer("Fenna", "Geheim");
        var desk = screens.signedIn(mentor, PASSWORD, DESKTOP);
        screens.go(desk, "dossier/" + transfer + "/contact");
        button(desk, "Afspraak maken").click();
        desk.getByLabel("Plaats").fill("Het geheime lokaal");
        accessible(desk);
        button(desk, "Opslaan").click();
        assertThat(desk.getByText("wo 4 mrt 10:00, Gesprek, Het geheime lokaal"))
                .isVisible();

        screens.go(desk, "agenda");
        assertThat(desk.getByText("Fenna Geheim, Het geheime lokaal")).isVisible();
        accessible(desk);
        desk.keyboard().press("Alt+ArrowRight");
        assertThat(desk.getByText("Week 11: ma 9 mrt tot en met zo 15 mrt")).isVisible();
        button(desk, "Deze week").click();

        button(desk, "In uw eigen agenda").click();
        button(desk, "Adres maken").click();
        var field = desk.getByLabel("Uw geheime adres");
        assertThat(field).hasValue(Pattern.compile(".*/agenda/.{43}\\.ics"));
        accessible(desk);
        var answer = screens.page(PHONE).request().get(field.inputValue());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).startsWith("text/calendar");
        assertThat(answer.text())
                .contains("SUMMARY:Afspraak (Landingsbaan)", "DTSTART:20260304T090000Z")
                .doesNotContain("Fenna", "Geheim", "lokaal", "Mari", "Arnhem", "Start & Go");
        assertThat(screens.page(PHONE)
                        .request()
                        .get(field.inputValue().replace(".ics", "x.ics"))
                        .status())
                .isEqualTo(404);

        var phone = screens.signedIn(mentor, PASSWORD, PHONE);
        screens.go(phone, "agenda");
        assertThat(phone.getByText("Fenna Geheim, Het geheime lokaal")).isVisible();
        accessible(phone);
        fits(phone);
    }

    private long refer(String firstName, String lastName) {
        var referrer = actor();
        return referrals.refer(
                referrer,
                new Referral(
                        firstName,
                        lastName,
                        TODAY.minusYears(17),
                        referrer.memberships().getFirst().organisationId(),
                        ANSWERS));
    }

    private Actor actor() {
        return accounts.actor(accounts.accountId(mentor).orElseThrow(), arnhem.id())
                .orElseThrow();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
