package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.transfer.Dossier;
import nl.landingsbaan.platform.transfer.FormChoices;
import nl.landingsbaan.platform.transfer.ReportableEvent;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;

/** One young person's way: what is next, what was and may come, who is around, and what was answered. */
@Route(value = "dossier/:id", layout = MainLayout.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE, Right.REFER})
@StyleSheet("styles/dossier.css")
public class DossierView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentActor actor;
    private final transient Transfers transfers;
    private final transient Tasks tasks;
    private final transient Routes routes;
    private final transient Regions regions;
    private final transient DrawnRoutes drawnRoutes;
    private final transient Forms forms;
    private final transient FormChoices choices;
    private final transient TaskFeed feed;
    private final transient Dates dates;
    private final Div header = new Div();
    private final Section next = new Section();
    private final Div way = new Div();
    private final Div answers = new Div();
    private final Aside around = new Aside();
    private final Drawings drawings;
    private long transferId;

    DossierView(
            CurrentActor actor,
            Transfers transfers,
            Tasks tasks,
            Routes routes,
            Regions regions,
            DrawnRoutes drawnRoutes,
            Forms forms,
            FormChoices choices,
            TaskFeed feed,
            Dates dates) {
        this.actor = actor;
        this.transfers = transfers;
        this.tasks = tasks;
        this.routes = routes;
        this.regions = regions;
        this.drawnRoutes = drawnRoutes;
        this.forms = forms;
        this.choices = choices;
        this.feed = feed;
        this.dates = dates;
        this.drawings = new Drawings(drawnRoutes, dates);
        addClassNames("lb-page", "lb-dossier");
        header.addClassName("lb-dossier-header");
        next.addClassNames("lb-card", "lb-next");
        around.addClassName("lb-dossier-aside");
        var parts = List.<Component>of(way, drawings, answers);
        var columns = new Div();
        var switcher = new Switcher(getTranslation("dossier.delen"), chosen -> show(parts, chosen, columns));
        switcher.setNames(List.of(
                getTranslation("dossier.tab.weg"),
                getTranslation("dossier.tab.tekening"),
                getTranslation("dossier.tab.antwoorden")));
        var shown = new Div(switcher, way, drawings, answers);
        shown.addClassName("lb-dossier-parts");
        columns.add(shown, around);
        columns.addClassName("lb-dossier-columns");
        show(parts, 0, columns);
        add(header, next, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            transferId = Long.parseLong(event.getRouteParameters().get("id").orElse(""));
            show();
        } catch (NumberFormatException | TransferNotFound e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("dossier.titel") + " - Landingsbaan";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        var region = actor.get().regionId();
        var subscription = feed.subscribe(change -> {
            if (change.regionId() == region && change.transferId() == transferId) {
                ui.access(this::showAgain);
            }
        });
        addDetachListener(detach -> {
            detach.unregisterListener();
            subscription.close();
        });
    }

    private void showAgain() {
        try {
            show();
        } catch (TransferNotFound e) {
            getUI().ifPresent(ui -> ui.navigate("jongeren"));
        }
    }

    private void show() {
        var me = actor.get();
        var dossier = transfers.dossier(me, transferId);
        var steps = routes.steps(dossier.routeVersionId());
        var lines = tasks.way(me, transferId);
        var running = dossier.summary().outcome() == null;
        var theWay = Way.of(steps, dossier.phases(), lines, running);
        showHeader(dossier);
        showNext(dossier, theWay, tasks.openFor(me, transferId));
        way.removeAll();
        way.add(new TimeLine(theWay, dossier, regions.roles(me.regionId()), dates));
        drawings.show(
                dossier.routeVersionId(),
                steps,
                Marks.of(steps, dossier.phases(), lines, dossier.summary().outcome()),
                lines);
        answers.removeAll();
        answers.add(new Answers(AnswerSheet.of(dossier.answers()), steps, lines, dates));
        around.removeAll();
        around.add(new Around(dossier.participants()));
        var events = possible(dossier, steps);
        if (!events.isEmpty()) {
            around.add(reports(events, dossier, steps));
        }
    }

    /** The drawing gets the whole width. */
    private void show(List<Component> parts, int chosen, Div columns) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).setVisible(i == chosen);
        }
        columns.setClassName("lb-wide", parts.get(chosen) == drawings);
        drawings.setInView(parts.get(chosen) == drawings);
    }

    private void showHeader(Dossier dossier) {
        var summary = dossier.summary();
        var facts = new Div();
        facts.addClassName("lb-facts");
        facts.add(
                fact("dossier.leeftijd", getTranslation("dossier.jaar", age(dossier))),
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
    }

    private int age(Dossier dossier) {
        return Period.between(dossier.birthDate(), dates.today()).getYears();
    }

    private Span fact(String label, String value) {
        var name = new Span(getTranslation(label));
        name.addClassName("lb-quiet");
        var fact = new Span(name, new Span(value));
        fact.addClassName("lb-fact");
        return fact;
    }

    private void showNext(Dossier dossier, Way way, List<TaskSummary> mine) {
        next.removeAll();
        next.add(new H2(getTranslation("dossier.nu")));
        if (dossier.summary().outcome() != null) {
            next.add(new Paragraph(
                    getTranslation("dossier.nu.klaar", dossier.summary().outcomeName())));
            return;
        }
        if (way.open().isEmpty()) {
            next.add(new Paragraph(getTranslation("dossier.nu.niets")));
            return;
        }
        way.open().forEach(task -> next.add(step(task, mine.stream().anyMatch(own -> own.id() == task.id()))));
    }

    private Div step(TaskLine task, boolean mine) {
        var name = new Span(task.stepName());
        name.addClassName("lb-strong");
        var who = new Span(
                task.assigneeName() == null
                        ? getTranslation("dossier.nu.bij", task.roleName())
                        : getTranslation("dossier.nu.bij.persoon", task.roleName(), task.assigneeName()));
        who.addClassName("lb-quiet");
        var text = new Div(name, who);
        text.addClassName("lb-next-text");
        var step = new Div(text, new DueChip(dates.due(task.dueAt()), dates, getLocale()));
        step.addClassName("lb-next-step");
        if (mine) {
            var open = new Button(
                    getTranslation("dossier.nu.doen"),
                    click -> click.getSource().getUI().orElseThrow().navigate("taak/" + task.id()));
            open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            open.setAriaLabel(getTranslation("dossier.nu.doen.van", task.stepName()));
            step.add(open);
        }
        return step;
    }

    /** An event that lies in a phase can be reported while the phase lasts, for nothing waits for it at other times. */
    private static List<ReportableEvent> possible(Dossier dossier, List<Step> steps) {
        var outOfTime = steps.stream()
                .filter(step -> step.phase() != null
                        && dossier.phases().stream()
                                .noneMatch(visit ->
                                        visit.leftAt() == null && visit.phase().equals(step.phase())))
                .map(Step::id)
                .collect(Collectors.toSet());
        return dossier.events().stream()
                .filter(event -> !outOfTime.contains(event.stepId()))
                .toList();
    }

    private Section reports(List<ReportableEvent> events, Dossier dossier, List<Step> steps) {
        var stopping = drawnRoutes.of(dossier.routeVersionId()).stream()
                .flatMap(process -> process.stopping().stream().map(id -> process.processId() + "/" + id))
                .toList();
        var buttons = new Div();
        buttons.addClassName("lb-reports");
        for (var event : events) {
            var stops = steps.stream()
                    .anyMatch(step -> step.id() == event.stepId()
                            && stopping.contains(step.processId() + "/" + step.elementId()));
            buttons.add(report(event, stops, dossier));
        }
        var section = new Section(new H2(getTranslation("dossier.doorgeven")), buttons);
        section.addClassName("lb-card");
        return section;
    }

    private Button report(ReportableEvent event, boolean stops, Dossier dossier) {
        var me = actor.get();
        var button = new Button(event.name());
        if (stops) {
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        button.addClickListener(click -> new ReportDialog(
                        event,
                        stops,
                        dossier.summary().firstName(),
                        choices.of(me.regionId(), event.form()),
                        forms,
                        values -> transfers.report(actor.get(), transferId, event.stepId(), values),
                        this::showAgain)
                .open());
        return button;
    }
}
