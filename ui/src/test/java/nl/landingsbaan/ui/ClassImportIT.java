package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.LARGE_PHONE;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.date;
import static nl.landingsbaan.ui.Screens.fits;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.admission.Classes;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A class comes in, and somebody who comes a second time, in a browser on region Arnhem. The engine may be away meanwhile. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@InArnhem
class ClassImportIT {

    private static final String PASSWORD = "een goed wachtwoord";
    private static final LocalDate BORN =
            LocalDate.now(PlatformClock.ZONE).minusYears(17).withMonth(3).withDayOfMonth(4);

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Regions regions;

    @Autowired
    Referrals referrals;

    @Autowired
    Classes classes;

    private Screens screens;
    private String email;
    private Actor mentor;

    @BeforeEach
    void aMentor() {
        screens = new Screens(port);
        var arnhem = regions.byCode("arnhem").orElseThrow();
        email = "mentor" + System.nanoTime() + "@arnhem.example";
        var account = people.createAccount(email, "Mentor", PASSWORD);
        var school = regions.organisations(arnhem.id()).stream()
                .filter(each -> each.code().equals("mariendael"))
                .findFirst()
                .orElseThrow()
                .id();
        people.addMembership(account, arnhem.id(), school, "mentor");
        mentor = people.actor(account, arnhem.id()).orElseThrow();
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void aMentorRefersAClassAfterSeeingWhatIsInTheFile() {
        refer("Noor", "Bekend");
        var page = screens.signedIn(email, PASSWORD, DESKTOP);
        screens.go(page, "aanmelden");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Een hele klas aanmelden"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Een klas aanmelden")))
                .isVisible();
        accessible(page);

        upload(page, "klas.csv", "Naam;Leeftijd\nNoor;17\n");
        assertThat(page.getByRole(AriaRole.ALERT).filter(text("ontbreekt"))).isVisible();

        upload(page, "klas.csv", file());
        assertThat(page.getByText("Nieuw: 2")).isVisible();
        assertThat(page.getByText("Loopt al: 1")).isVisible();
        assertThat(page.getByText("Met een fout: 1")).isVisible();
        assertThat(page.getByText("Rij 5, Geboortedatum").first()).isVisible();
        accessible(page);
        page.getByRole(AriaRole.BUTTON, button("Aanmelden")).click();
        assertThat(page.getByText("Er staan nog fouten in het bestand").first()).isVisible();
        page.getByLabel("Rijen met een fout gaan niet mee").check();
        page.getByRole(AriaRole.BUTTON, button("Aanmelden")).click();
        assertThat(page.getByText("Klaar: 2 jongeren zijn aangemeld.")).isVisible();
        accessible(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Naar de jongeren"))
                .click();
        assertThat(page.getByText("Eva Klassikaal").first()).isVisible();

        var phone = screens.signedIn(email, PASSWORD, PHONE);
        screens.go(phone, "aanmelden/klas");
        upload(phone, "klas.csv", file());
        assertThat(phone.getByText("Loopt al: 3")).isVisible();
        accessible(phone);
        fits(phone);
    }

    @Test
    void whoMayBeKnownAlreadyIsAskedAboutBeforeASecondApplication() {
        var known = refer("Samira", "el Amrani");
        var page = screens.signedIn(email, PASSWORD, LARGE_PHONE);
        screens.go(page, "aanmelden");
        page.getByLabel("Voornaam").fill("Amrani");
        page.getByLabel("Achternaam").fill("Samirra");
        date(page, "Geboortedatum", BORN.getDayOfMonth() + "-" + BORN.getMonthValue() + "-" + BORN.getYear());
        assertThat(page.getByText("Deze jongere is misschien al bekend")).isVisible();
        assertThat(page.getByText("Samira el Amrani").first()).isVisible();
        assertThat(page.locator(".lb-known a").first()).hasAttribute("href", "dossier/" + known);
        accessible(page);
        fits(page);
    }

    private static void upload(Page page, String name, String content) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private String file() {
        var form = referrals.form(mentor);
        var head = new StringBuilder("Voornaam;Achternaam;Geboortedatum");
        var answers = new StringBuilder();
        var given = answers();
        form.form().questions().stream()
                .filter(question -> given.containsKey(question.key()))
                .forEach(question -> {
                    head.append(";\"").append(question.label()).append('"');
                    answers.append(";\"").append(given.get(question.key())).append('"');
                });
        var born = ";4-3-" + BORN.getYear();
        return head + "\nNoor;Bekend" + born + answers + "\nEva;Klassikaal" + born + answers + "\nTijn;Leerling" + born
                + answers + "\nFout;Geval;31-2-2009" + answers + "\n";
    }

    private long refer(String first, String last) {
        return referrals.refer(
                mentor,
                new Referral(first, last, BORN, mentor.memberships().getFirst().organisationId(), answers()));
    }

    /** The first choice, a tick or a word wherever the form asks for something. */
    private Map<String, Object> answers() {
        var form = referrals.form(mentor);
        var answers = new HashMap<String, Object>();
        form.form().questions().stream().filter(each -> each.required()).forEach(question -> {
            var choices = question.choiceSource() == null
                    ? question.choices()
                    : form.choices().get(question.choiceSource());
            answers.put(
                    question.key(),
                    !choices.isEmpty()
                            ? choices.getFirst().value()
                            : question.type() == FieldType.YES_NO
                                    ? "ja"
                                    : question.type() == FieldType.DATE
                                            ? LocalDate.now(PlatformClock.ZONE).toString()
                                            : question.type() == FieldType.NUMBER ? "1" : "Steun nodig");
        });
        return answers;
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static com.microsoft.playwright.Locator.FilterOptions text(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }
}
