package nl.landingsbaan.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The application in a real browser, as different people at different widths see it. All tests of a JVM have one browser, which ends
 * with it: starting one takes longer than most tests. What one test did in it another never sees.
 */
final class Screens implements AutoCloseable {

    static final int DESKTOP = 1280;
    static final int PHONE = 390;
    /** Wide enough for a date to be typed: on a smaller one it is picked from a calendar that fills the screen. */
    static final int LARGE_PHONE = 480;

    private static final int HEIGHT = 900;
    private static final double PATIENCE_MILLIS = 60_000;
    private static final Duration SETTLED = Duration.ofSeconds(15);
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final Browser BROWSER = launch();

    private final String address;
    private final List<BrowserContext> contexts = new ArrayList<>();

    Screens(int port) {
        address = "http://localhost:" + port;
    }

    private static Browser launch() {
        var chromium =
                Optional.ofNullable(System.getenv("LANDINGSBAAN_CHROMIUM")).orElse("/usr/bin/chromium");
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost")));
    }

    /** A browser of somebody's own, with nobody signed in. */
    Page page(int width) {
        var context = BROWSER.newContext(
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        contexts.add(context);
        return context.newPage();
    }

    /** A browser in which this person has signed in. */
    Page signedIn(String email, String password, int width) {
        var page = page(width);
        signIn(page, email, password);
        page.locator(".lb-app .lb-nav").waitFor();
        return page;
    }

    void signIn(Page page, String email, String password) {
        page.navigate(address + "/inloggen");
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Inloggen"))
                .click();
    }

    void go(Page page, String path) {
        page.navigate(address + "/" + path);
    }

    /** Nobody is kept out: once the screen has settled, no rule of WCAG 2.2 AA that a machine can check is broken. */
    static void accessible(Page page) {
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(
                                new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                        .as(page.url())
                        .extracting(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .isEmpty());
    }

    /** Nothing sticks out: whoever has a narrow screen never scrolls sideways. */
    static void fits(Page page) {
        var wide =
                "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                        + ".map(e => e.tagName + '.' + e.className).slice(0, 5).join(' ')";
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                .as("fits in the width: " + page.url() + " " + page.evaluate(wide))
                .isTrue();
    }

    /** Chooses from a list that opens. */
    static void choose(Page page, String label, String option) {
        page.getByLabel(label).first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .first()
                .click();
    }

    /** Chooses one of the round buttons of a question. */
    static void radio(Page page, String question, String answer) {
        page.locator("vaadin-radio-group")
                .filter(new Locator.FilterOptions().setHasText(question))
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    static void date(Page page, String label, String value) {
        var field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))
                .first();
        field.fill(value);
        field.press("Enter");
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
