package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import java.time.Period;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.transfer.DossierHeading;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.LiveScreens;
import nl.landingsbaan.ui.shell.MainLayout;

/**
 * What stands around every page of a dossier: whose it is, and the ways to the other pages. Whoever may not open the dossier gets none of
 * its pages. Whatever changes in the transfer is shown at once, here and, through {@link DossierPart#changed}, on the page.
 */
@ParentLayout(MainLayout.class)
@PermitAll
@StyleSheet("styles/dossier.css")
public class DossierFrame extends Div implements RouterLayout, BeforeEnterObserver, HasDynamicTitle {

    private final CurrentActor actor;
    private final transient Transfers transfers;
    private final transient DossierSharing sharing;
    private final transient TaskFeed feed;
    private final transient LiveScreens live;
    private final transient Dates dates;
    private final Header header = new Header();
    private final Nav pages = new Nav();
    private final Div place = new Div();
    private transient HasElement content;
    private DossierPage current = DossierPage.WAY;
    private long transferId;

    DossierFrame(
            CurrentActor actor,
            Transfers transfers,
            DossierSharing sharing,
            TaskFeed feed,
            LiveScreens live,
            Dates dates) {
        this.actor = actor;
        this.transfers = transfers;
        this.sharing = sharing;
        this.feed = feed;
        this.live = live;
        this.dates = dates;
        addClassNames("lb-page", "lb-dossier");
        header.addClassName("lb-dossier-header");
        pages.addClassName("lb-dossier-pages");
        pages.getElement().setAttribute("aria-label", getTranslation("dossier.paginas"));
        place.addClassName("lb-dossier-page");
        add(header, pages, place);
    }

    /**
     * The transfer whose dossier is asked for.
     *
     * @throws TransferNotFound when the address holds no number
     */
    static long transferId(BeforeEnterEvent event) {
        try {
            return Long.parseLong(event.getRouteParameters().get("id").orElse(""));
        } catch (NumberFormatException e) {
            throw new TransferNotFound(0);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            transferId = transferId(event);
            current = DossierPage.of(event.getNavigationTarget()).orElse(current);
            showHeading();
            showPages();
        } catch (TransferNotFound e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        this.content = content;
        place.getElement().removeAllChildren();
        if (content != null) {
            place.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("dossier.titel") + ": " + getTranslation(current.nameKey()) + " - Landingsbaan";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var region = actor.get().regionId();
        var refresher = live.refresher(event.getUI(), this::changed);
        var subscription = feed.subscribe(change -> {
            if (change.regionId() == region && change.transferId() == transferId) {
                refresher.run();
            }
        });
        addDetachListener(detach -> {
            detach.unregisterListener();
            subscription.close();
        });
    }

    private void changed() {
        try {
            showHeading();
            if (content instanceof DossierPart part) {
                part.changed(transferId);
            }
        } catch (TransferNotFound e) {
            getUI().ifPresent(ui -> ui.navigate("jongeren"));
        }
    }

    private void showHeading() {
        var heading = transfers.heading(actor.get(), transferId);
        var summary = heading.summary();
        var facts = new Div();
        facts.addClassName("lb-facts");
        facts.add(
                fact("dossier.leeftijd", getTranslation("dossier.jaar", age(heading))),
                fact("dossier.school", summary.originName()),
                fact("dossier.schooljaar", summary.schoolYear()));
        if (summary.outcome() != null) {
            facts.add(fact("dossier.uitkomst", summary.outcomeName()));
        } else {
            facts.add(fact(
                    "dossier.fase",
                    summary.phase() == null ? getTranslation("jongeren.fase.onderweg") : summary.phaseName()));
        }
        facts.add(fact("dossier.aangemeld", dates.full(Dates.day(summary.startedAt()), getLocale())));
        header.removeAll();
        header.add(new H1(summary.firstName() + " " + summary.lastName()), facts);
        if (heading.under16AtStart()) {
            var young = new Span(getTranslation("dossier.jonger-dan-16"));
            young.addClassName("lb-chip");
            header.add(young);
        }
        transfers.others(actor.get(), transferId).forEach(other -> header.add(other(other)));
    }

    private Anchor other(TransferSummary other) {
        return new Anchor(
                DossierPage.WAY.path(other.id()),
                getTranslation(
                        other.outcome() == null ? "dossier.andere-overstap" : "dossier.eerdere-overstap",
                        other.schoolYear(),
                        other.originName()));
    }

    private void showPages() {
        pages.removeAll();
        DossierPage.offeredTo(actor).forEach(page -> {
            var link = new Anchor(page.path(transferId), getTranslation(page.nameKey()));
            if (page == current) {
                link.getElement().setAttribute("aria-current", "page");
            }
            pages.add(link);
        });
    }

    private int age(DossierHeading heading) {
        return Period.between(heading.birthDate(), dates.today()).getYears();
    }

    private Span fact(String label, String value) {
        var name = new Span(getTranslation(label));
        name.addClassName("lb-quiet");
        var fact = new Span(name, new Span(value));
        fact.addClassName("lb-fact");
        return fact;
    }
}
