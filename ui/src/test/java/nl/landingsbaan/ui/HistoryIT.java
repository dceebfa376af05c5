package nl.landingsbaan.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.landingsbaan.ui.Screens.DESKTOP;
import static nl.landingsbaan.ui.Screens.PHONE;
import static nl.landingsbaan.ui.Screens.accessible;
import static nl.landingsbaan.ui.Screens.fits;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator takes in what was before the platform, and the steering group sees it, in a browser on region Arnhem. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@InArnhem
class HistoryIT {

    private static final String PASSWORD = "een goed wachtwoord";
    private static final String HEAD =
            "programma;meting;periode;categorie;waarde;eenheid;gemeten_op;bron;decimalen;openbaar\n";
    private static final String WRONG = HEAD + "Coaching;Stand;2022;;veel;jongeren;2024-10;Rapport;;ja\n"
            + "Coaching;Stand;2022;Diploma;12;jongeren;;Rapport;;misschien\n";
    private static final String RIGHT = HEAD + "Coaching;Stand;2022;;47;jongeren;2024-10;Rapport;;ja\n"
            + "Coaching;Stand;2022;Bezig;21;jongeren;2024-10;Rapport;;ja\n"
            + "Coaching;Stand;2022;Diploma;12;jongeren;2024-10;Rapport;;ja\n"
            + "Coaching;Stand;2022;Gestopt;14;jongeren;2024-10;Rapport;;ja\n"
            + "Coaching;Stand;2023;;circa 110;jongeren;2024-10;Rapport;;ja\n"
            + "Coaching;Stand;2023;Bezig;60 tot 80;jongeren;2024-10;Rapport;;ja\n"
            + "Coaching;Stand;2023;Diploma;;jongeren;2024-10;Rapport;;ja\n"
            + "Coaching;Stand;2023;Gestopt;onbekend;jongeren;2024-10;Rapport;;ja\n";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Regions regions;

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
    void mistakesAreShownByLineAndAGoodFileComesInIsSeenAndIsTakenBack() {
        var page = screens.signedIn(account("regiobeheerder"), PASSWORD, DESKTOP);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Geschiedenis"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Eerder ingelezen")))
                .isVisible();
        assertThat(page.getByText("Ingelezen bij de start van de regio").first())
                .isVisible();
        accessible(page);

        upload(page, WRONG);
        assertThat(page.getByText("Fouten: 3")).isVisible();
        assertThat(item(page, "Regel 2, waarde.")).containsText("'veel' is geen getal");
        assertThat(item(page, "Regel 3, gemeten_op.")).containsText("'gemeten_op' is leeg.");
        assertThat(item(page, "Regel 3, openbaar.")).containsText("Schrijf ja als iedereen");
        assertThat(page.getByRole(AriaRole.BUTTON, button("Inlezen"))).hasCount(0);
        accessible(page);

        upload(page, RIGHT);
        assertThat(page.getByText("Nieuwe regels: 8")).isVisible();
        assertThat(item(page, "Regel 7: Coaching, Stand, 2023, Bezig: 60 tot 80 jongeren"))
                .isVisible();
        accessible(page);
        page.getByRole(AriaRole.BUTTON, button("Inlezen")).click();
        assertThat(page.getByText("Klaar: 8 regels zijn ingelezen.")).isVisible();
        accessible(page);

        upload(page, RIGHT);
        assertThat(page.getByText("Al eerder ingelezen: 8. Die regels tellen niet dubbel."))
                .isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, button("Inlezen"))).hasCount(0);

        seenBySteeringGroup();

        var phone = screens.signedIn(account("regiobeheerder"), PASSWORD, PHONE);
        screens.go(phone, "geschiedenis");
        upload(phone, WRONG);
        assertThat(phone.getByText("Fouten: 3")).isVisible();
        accessible(phone);
        fits(phone);

        page.getByRole(AriaRole.BUTTON, button("eerder.csv terughalen")).first().click();
        assertThat(page.getByText("verdwijnen dan van het scherm Doorstroom")).isVisible();
        accessible(page);
        page.getByRole(AriaRole.BUTTON, button("Terughalen")).last().click();
        assertThat(page.getByText("Deze cijfers tellen niet meer.").first()).isVisible();
        upload(page, RIGHT);
        assertThat(page.getByText("Nieuwe regels: 8")).isVisible();
    }

    private void seenBySteeringGroup() {
        for (var width : new int[] {DESKTOP, PHONE}) {
            var page = screens.signedIn(account("stuurgroep"), PASSWORD, width);
            screens.go(page, "doorstroom");
            var table = page.getByRole(
                    AriaRole.REGION,
                    new Page.GetByRoleOptions().setName("Coaching: Stand").setExact(true));
            assertThat(table).containsText("45% (21 van 47)");
            assertThat(table).containsText("25% (12 van 47)");
            assertThat(table).containsText("30% (14 van 47)");
            assertThat(table).containsText("55–73% (60 tot 80 van circa 110)");
            assertThat(table).containsText("oktober 2024");
            assertThat(page.getByText("Een lege cel is in de bron ook leeg.").first())
                    .isVisible();
            assertThat(page.getByText("Bron: Rapport.").first()).isVisible();
            accessible(page);
            fits(page);
        }
    }

    private static void upload(Page page, String content) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("eerder.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator item(Page page, String text) {
        return page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private String account(String role) {
        var arnhem = regions.byCode("arnhem").orElseThrow();
        var email = role + System.nanoTime() + "@arnhem.example";
        var account = people.createAccount(email, "Test " + role, PASSWORD);
        people.addMembership(
                account,
                arnhem.id(),
                regions.organisations(arnhem.id()).getFirst().id(),
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
