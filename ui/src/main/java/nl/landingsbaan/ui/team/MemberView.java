package nl.landingsbaan.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.TaskPosition;
import nl.landingsbaan.platform.task.TaskResult;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.task.Team;
import nl.landingsbaan.ui.shell.AboutPage;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;
import nl.landingsbaan.ui.task.AssignDialog;
import nl.landingsbaan.ui.task.Outcome;
import nl.landingsbaan.ui.task.PostponeDialog;

/** The open tasks of somebody of the team: given to a colleague or back, or postponed, several at once. */
@Route(value = "team/:medewerker", layout = MainLayout.class)
@PermitAll
@Requires(Right.COORDINATE)
@StyleSheet("styles/team.css")
public class MemberView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final CurrentActor current;
    private final transient Team team;
    private final transient Tasks tasks;
    private final transient Dates dates;
    private final H1 name = new H1();
    private final Div tools = new Div();
    private final Span picked = new Span();
    private final UnorderedList list = new UnorderedList();
    private final Button more;
    private final Set<Long> chosen = new LinkedHashSet<>();
    private transient TaskPosition next;
    private long accountId;

    MemberView(CurrentActor current, Team team, Tasks tasks, Dates dates) {
        this.current = current;
        this.team = team;
        this.tasks = tasks;
        this.dates = dates;
        addClassNames("lb-page", "lb-team");
        more = new Button(getTranslation("team.taken.meer"), click -> showMore());
        list.addClassName("lb-team-tasks");
        var card = new Section(list, more);
        card.addClassName("lb-card");
        tools();
        add(new Anchor("team", getTranslation("team.terug")), name, tools, card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            accountId =
                    Long.parseLong(event.getRouteParameters().get("medewerker").orElse(""));
            name.setText(getTranslation(
                    "team.taken.van.wie", team.member(current.get(), accountId).displayName()));
            refresh();
        } catch (NumberFormatException | StaffRefused e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.team") + " - Landingsbaan";
    }

    private void tools() {
        picked.addClassName("lb-strong");
        tools.add(
                picked,
                button("taken.toewijzen", this::assign),
                button("team.taken.terug", () -> told(tasks.reassign(current.get(), chosen, null))),
                button("taken.uitstellen", this::postpone));
        tools.addClassName("lb-team-tools");
        tools.getElement().setAttribute("role", "region");
        tools.getElement().setAttribute("aria-label", getTranslation("taken.gekozen.deel"));
    }

    private Button button(String key, Runnable action) {
        var button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void refresh() {
        chosen.clear();
        list.removeAll();
        next = null;
        showMore();
        showTools();
        if (list.getComponentCount() == 0 && next == null) {
            var nothing = new Paragraph(getTranslation("team.taken.geen"));
            nothing.addClassName("lb-empty");
            list.add(new ListItem(nothing));
        }
    }

    private void showMore() {
        var page = team.tasks(current.get(), accountId, next, PAGE);
        next = page.next();
        page.tasks().forEach(task -> list.add(item(task)));
        more.setVisible(next != null);
    }

    private ListItem item(TaskSummary task) {
        var box = new Checkbox();
        box.setAriaLabel(
                getTranslation("team.taken.kies", task.stepName(), task.about().name()));
        box.addValueChangeListener(change -> {
            if (change.getValue()) {
                chosen.add(task.id());
            } else {
                chosen.remove(task.id());
            }
            showTools();
        });
        var step = new Span(task.stepName());
        step.addClassName("lb-strong");
        var what = new Div(new Anchor(AboutPage.of(task.about()), task.about().name()), step);
        what.addClassName("lb-team-task");
        if (task.originalDueAt() != null) {
            var postponed = new Span(getTranslation(
                    "taken.uitgesteld", dates.brief(Dates.day(task.dueAt()), getLocale()), task.postponeReason()));
            postponed.addClassName("lb-quiet");
            what.add(postponed);
        }
        var due = dates.due(task.dueAt());
        var chip = new Span(
                due.inWords(this::getTranslation, due.date() == null ? "" : dates.brief(due.date(), getLocale())));
        chip.addClassNames("lb-chip", due.when().style());
        return new ListItem(box, what, chip);
    }

    private void showTools() {
        tools.setVisible(!chosen.isEmpty());
        picked.setText(
                chosen.size() == 1
                        ? getTranslation("taken.gekozen.een")
                        : getTranslation("taken.gekozen").replace("#", Integer.toString(chosen.size())));
    }

    private void assign() {
        var actor = current.get();
        new AssignDialog(
                        chosen.size(),
                        tasks.receivers(actor, chosen),
                        to -> told(tasks.reassign(current.get(), chosen, to.accountId())))
                .open();
    }

    private void postpone() {
        new PostponeDialog(
                        chosen.size(),
                        tasks.longestPostponement(current.get()),
                        (until, reason) -> told(tasks.postpone(current.get(), chosen, until, reason)))
                .open();
    }

    private void told(List<TaskResult> results) {
        Outcome.tell(this, results);
        refresh();
    }
}
