package nl.landingsbaan.ui.place;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.landingsbaan.platform.place.PlaceOverview;
import nl.landingsbaan.platform.place.PlaceOverview.LetIn;
import nl.landingsbaan.platform.place.PlaceOverview.NumberChange;
import nl.landingsbaan.platform.place.PlaceOverview.Waiting;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.LiveScreens;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;

/** The places of which the region has only so many: how many are taken, who waits and for how long, and who came in. */
@Route(value = "plekken", layout = MainLayout.class)
@PermitAll
@Requires({Right.COORDINATE, Right.ADMINISTER})
@StyleSheet("styles/places.css")
public class PlacesView extends Div implements HasDynamicTitle {

    private final CurrentActor current;
    private final transient Places places;
    private final transient Regions regions;
    private final transient TaskFeed feed;
    private final transient LiveScreens live;
    private final transient Dates dates;
    private final Div kinds = new Div();
    private transient TaskFeed.Subscription subscription;

    PlacesView(CurrentActor current, Places places, Regions regions, TaskFeed feed, LiveScreens live, Dates dates) {
        this.current = current;
        this.places = places;
        this.regions = regions;
        this.feed = feed;
        this.live = live;
        this.dates = dates;
        addClassNames("lb-page", "lb-stack");
        kinds.addClassName("lb-places");
        add(new H1(getTranslation("menu.plekken")), new Paragraph(getTranslation("plekken.uitleg")), kinds);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.plekken") + " - Landingsbaan";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var region = current.get().regionId();
        var refresher = live.refresher(event.getUI(), () -> {
            if (isAttached()) {
                show();
            }
        });
        subscription = feed.subscribe(change -> {
            if (change.regionId() == region && change.taskId() == 0) {
                refresher.run();
            }
        });
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.close();
    }

    private void show() {
        kinds.removeAll();
        var overview = places.overview(current.get());
        if (overview.isEmpty()) {
            var empty = new Div(new Paragraph(getTranslation("plekken.geen")));
            empty.addClassName("lb-empty");
            kinds.add(empty);
        }
        overview.forEach(each -> kinds.add(kind(each)));
    }

    private Section kind(PlaceOverview kind) {
        var head = new Div(new H2(kind.kind().name()), occupation(kind));
        head.addClassName("lb-place-head");
        if (places.mayChange(current.get())) {
            var change = new Button(
                    getTranslation("plekken.veranderen"),
                    click -> new NumberDialog(kind, current, places, this::show).open());
            change.setAriaLabel(
                    getTranslation("plekken.veranderen.van", kind.kind().name()));
            head.add(change);
        }
        var section = new Section(head, number(kind), queue(kind));
        section.addClassName("lb-card");
        if (!kind.letIn().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("lb-place-came");
            kind.letIn().forEach(each -> list.add(letIn(each)));
            section.add(
                    new Details(getTranslation("plekken.binnen", kind.letIn().size()), list));
        }
        if (!kind.changes().isEmpty()) {
            var list = new UnorderedList();
            kind.changes().forEach(each -> list.add(change(each)));
            section.add(new Details(getTranslation("plekken.veranderd"), list));
        }
        return section;
    }

    private Span occupation(PlaceOverview kind) {
        var free = kind.capacity() - kind.taken();
        var chip = new Span(getTranslation("plekken.bezet", kind.taken(), kind.capacity()));
        chip.addClassName("lb-chip");
        chip.setClassName("lb-due-today", free <= 0);
        return chip;
    }

    private Paragraph number(PlaceOverview kind) {
        var per = kind.kind().perRole();
        var text = new Paragraph(
                per == null
                        ? getTranslation("plekken.vrij", Math.max(0, kind.capacity() - kind.taken()))
                        : getTranslation(
                                "plekken.vrij.per",
                                Math.max(0, kind.capacity() - kind.taken()),
                                kind.kind().number(),
                                regions.roles(current.get().regionId()).get(per).name(),
                                kind.holders()));
        text.addClassNames("lb-quiet", "lb-place-number");
        return text;
    }

    private Component queue(PlaceOverview kind) {
        if (kind.queue().isEmpty()) {
            return new Paragraph(getTranslation("plekken.rij.leeg"));
        }
        var list = new OrderedList();
        list.addClassName("lb-place-queue");
        list.getElement()
                .setAttribute(
                        "aria-label", getTranslation("plekken.rij", kind.kind().name()));
        kind.queue().forEach(each -> list.add(waiting(each)));
        var queue = new Div(list);
        if (kind.waiting() > kind.queue().size()) {
            queue.add(new Paragraph(getTranslation(
                    "plekken.rij.meer", kind.waiting() - kind.queue().size())));
        }
        return queue;
    }

    private ListItem waiting(Waiting waiting) {
        var days = days(waiting.since());
        var on = dates.brief(Dates.day(waiting.since()), getLocale());
        var since = new Span(
                days == 0
                        ? getTranslation("plekken.wacht.vandaag")
                        : days == 1
                                ? getTranslation("plekken.wacht.een", on)
                                : getTranslation("plekken.wacht", days, on));
        since.addClassName("lb-quiet");
        return new ListItem(
                new Span(Integer.toString(waiting.position())), who(waiting.transferId(), waiting.name()), since);
    }

    private ListItem letIn(LetIn letIn) {
        var at = new Span(" " + getTranslation("plekken.binnen.op", dates.brief(Dates.day(letIn.at()), getLocale())));
        return new ListItem(who(letIn.transferId(), letIn.name()), at);
    }

    private ListItem change(NumberChange change) {
        return new ListItem(getTranslation(
                "plekken.veranderd.regel",
                change.before(),
                change.after(),
                dates.full(Dates.day(change.at()), getLocale()),
                change.by(),
                change.reason()));
    }

    private Component who(long transferId, String name) {
        return name == null ? new Span(getTranslation("plekken.onbekend")) : new Anchor("dossier/" + transferId, name);
    }

    private long days(Instant since) {
        return ChronoUnit.DAYS.between(Dates.day(since), dates.today());
    }
}
