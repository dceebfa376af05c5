package nl.landingsbaan.ui.gathering;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.gathering.GatheringSummary;
import nl.landingsbaan.platform.gathering.Gatherings;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.NextStep;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;
import nl.landingsbaan.ui.shell.Switcher;

/** The groups and meetings that one has to do with: those that run and those that have ended, and the way to start one. */
@Route(value = "groepen", layout = MainLayout.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE})
@StyleSheet("styles/gathering.css")
public class GroupsView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final CurrentActor actor;
    private final transient Gatherings gatherings;
    private final transient Tasks tasks;
    private final transient Dates dates;
    private final Switcher which;
    private final Div list = new Div();
    private int shown;

    GroupsView(CurrentActor actor, Gatherings gatherings, Tasks tasks, Forms forms, Dates dates) {
        this.actor = actor;
        this.gatherings = gatherings;
        this.tasks = tasks;
        this.dates = dates;
        this.which = new Switcher(getTranslation("groep.welke"), chosen -> show());
        which.setNames(List.of(getTranslation("groep.lopend"), getTranslation("groep.geeindigd")));
        var heading = new Div(new H1(getTranslation("groep.titel")));
        heading.addClassName("lb-heading");
        gatherings.startable(actor.get()).forEach(kind -> {
            var start = new Button(
                    getTranslation("groep.start", kind.name()),
                    click -> new StartDialog(actor, gatherings, kind, forms).open());
            start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            heading.add(start);
        });
        addClassNames("lb-page", "lb-stack", "lb-groups");
        add(heading, which, list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("groep.titel") + " - Landingsbaan";
    }

    private void show() {
        list.removeAll();
        shown = 0;
        more();
        if (shown == 0) {
            var empty =
                    new Div(new Paragraph(getTranslation(running() ? "groep.leeg.lopend" : "groep.leeg.geeindigd")));
            empty.addClassName("lb-empty");
            list.add(empty);
        }
    }

    private boolean running() {
        return which.current() == 0;
    }

    private void more() {
        var page = gatherings.list(actor.get(), running(), shown, PAGE + 1);
        var here = page.subList(0, Math.min(PAGE, page.size()));
        if (here.isEmpty()) {
            return;
        }
        shown += here.size();
        var next = running()
                ? tasks.nextStepsOfGroups(
                        actor.get(), here.stream().map(GatheringSummary::id).toList())
                : Map.<Long, NextStep>of();
        var lines = new UnorderedList();
        lines.addClassNames("lb-plain-list", "lb-card");
        here.forEach(each -> lines.add(line(each, next.get(each.id()))));
        list.add(lines);
        if (page.size() > PAGE) {
            var further = new Button(getTranslation("groep.meer"));
            further.addClickListener(click -> {
                list.remove(further);
                more();
            });
            list.add(further);
        }
    }

    private ListItem line(GatheringSummary group, NextStep next) {
        var facts =
                new Span(getTranslation("groep.feiten", group.schoolYear(), dates.full(group.beginsOn(), getLocale())));
        facts.addClassName("lb-quiet");
        var text = new Div(new Anchor("groep/" + group.id(), group.name()), facts);
        text.addClassName("lb-group-text");
        var members = new Span(GroupWords.members(this, group.members()));
        var line = new ListItem(text, members);
        if (!group.running()) {
            line.add(chip(group.outcome(), "lb-chip"));
        } else if (next == null) {
            line.add(chip(getTranslation("groep.volgende.geen"), "lb-quiet"));
        } else {
            var due = dates.due(next.dueAt());
            line.add(
                    new Span(getTranslation("groep.volgende", next.stepName(), next.roleName())),
                    chip(dates.inWords(due), "lb-chip " + due.when().style()));
        }
        return line;
    }

    private static Span chip(String text, String style) {
        var chip = new Span(text);
        chip.setClassName(style);
        return chip;
    }
}
