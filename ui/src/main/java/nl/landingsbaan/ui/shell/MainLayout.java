package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.EnumMap;
import java.util.Map;
import nl.landingsbaan.platform.engine.EngineStatus;
import nl.landingsbaan.platform.gathering.Gatherings;
import nl.landingsbaan.platform.notify.MessageBox;
import nl.landingsbaan.platform.notify.MessageFeed;
import nl.landingsbaan.platform.people.Absences;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Staff;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.ui.demo.DemoBar;
import nl.landingsbaan.ui.demo.DemoClock;
import nl.landingsbaan.ui.message.MessageBell;
import nl.landingsbaan.ui.staff.PasswordDialog;
import nl.landingsbaan.ui.team.AbsenceDialog;
import org.springframework.beans.factory.ObjectProvider;

/** What stands around every screen: where one is, who one is, where one can go, and what everybody should know now. */
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final String MAIN_ID = "inhoud";

    private final CurrentActor current;
    private final transient AuthenticationContext authentication;
    private final transient Gatherings gatherings;
    private final transient Places places;
    private final transient Staff staff;
    private final transient Absences absences;
    private final transient Dates dates;
    private final Main main = new Main();
    private final Div banners = new Div();
    private final Map<MenuItem, Anchor> links = new EnumMap<>(MenuItem.class);

    MainLayout(
            CurrentActor current,
            Regions regions,
            Transfers transfers,
            Gatherings gatherings,
            Places places,
            Staff staff,
            Absences absences,
            Dates dates,
            AuthenticationContext authentication,
            EngineStatus engine,
            MessageBox messages,
            MessageFeed messageFeed,
            LiveScreens live,
            ObjectProvider<DemoClock> demoClock) {
        this.current = current;
        this.authentication = authentication;
        this.gatherings = gatherings;
        this.places = places;
        this.staff = staff;
        this.absences = absences;
        this.dates = dates;
        addClassName("lb-app");
        main.setId(MAIN_ID);
        main.getElement().setAttribute("tabindex", "-1");
        banners.addClassName("lb-banners");
        add(skipLink());
        demoClock.ifAvailable(clock -> add(new DemoBar(clock)));
        var header = new Header(brand());
        header.addClassName("lb-header");
        add(header);
        current.find()
                .ifPresentOrElse(
                        actor -> {
                            if (current.mayAny(Right.WORK, Right.COORDINATE)) {
                                header.add(new FindYoungPerson(current, transfers));
                            }
                            header.add(
                                    region(regions.region(actor.regionId())),
                                    new MessageBell(messages, messageFeed, live, current),
                                    account(actor));
                            add(navigation());
                        },
                        () -> addClassName("lb-app-bare"));
        banners.add(new EngineBanner(engine));
        add(banners, main);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var first = event.getLocation().getFirstSegment();
        links.forEach((item, link) -> {
            if (item.path().equals(first) || item.owns(first)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private Anchor skipLink() {
        var link = new Anchor("#" + MAIN_ID, getTranslation("menu.inhoud"));
        link.setRouterIgnore(true);
        link.addClassName("lb-skip");
        return link;
    }

    private Anchor brand() {
        var mark = new Span();
        mark.addClassName("lb-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var name = new Span("Landingsbaan");
        name.addClassName("lb-brand-name");
        var brand = new Anchor("", mark, name);
        brand.addClassName("lb-brand");
        return brand;
    }

    private HasElement navigationLink(MenuItem item) {
        var icon = new Span();
        icon.addClassNames("lb-icon", "lb-icon-" + item.path());
        icon.getElement().setAttribute("aria-hidden", "true");
        var link = new Anchor(item.path(), icon, new Span(getTranslation("menu." + item.path())));
        links.put(item, link);
        return link;
    }

    private Nav navigation() {
        var nav = new Nav();
        nav.addClassName("lb-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("menu.naam"));
        MenuItem.visibleTo(current).stream()
                .filter(item -> item != MenuItem.GROUPS || gatherings.concern(current.get()))
                .filter(item -> item != MenuItem.PLACES || places.concern(current.get()))
                .forEach(item ->
                        nav.getElement().appendChild(navigationLink(item).getElement()));
        return nav;
    }

    private Div region(Region here) {
        var slot = new Div();
        slot.addClassName("lb-region");
        var all = current.regions();
        if (all.size() < 2) {
            var name = new Span(here.programme());
            name.addClassName("lb-quiet");
            slot.add(name);
            return slot;
        }
        var choice = new Select<Region>();
        choice.setAriaLabel(getTranslation("menu.regio"));
        choice.setItems(all);
        choice.setItemLabelGenerator(Region::programme);
        all.stream().filter(region -> region.id() == here.id()).findFirst().ifPresent(choice::setValue);
        choice.addValueChangeListener(change -> current.choose(change.getValue()));
        slot.add(choice);
        return slot;
    }

    private AccountMenu account(Actor actor) {
        var menu = new AccountMenu(actor);
        menu.addItem(getTranslation("wachtwoord.titel"), () -> new PasswordDialog(current.get(), staff).open());
        if (actor.may(Right.WORK)) {
            menu.addItem(
                    getTranslation("team.afwezig.eigen"),
                    () -> new AbsenceDialog(
                                    current.get(), actor.accountId(), actor.displayName(), absences, dates, () -> {})
                            .open());
        }
        menu.addItem(getTranslation("menu.uitloggen"), authentication::logout);
        return menu;
    }
}
