package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.place.WaitsForPlace;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.transfer.Dossier;
import nl.landingsbaan.platform.transfer.FormChoices;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.ReplacementRefused;
import nl.landingsbaan.platform.transfer.Replacements;
import nl.landingsbaan.platform.transfer.ReportableEvent;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;
import nl.landingsbaan.ui.shell.Switcher;

/** One young person's way: what is next, what was and may come, and who is around. */
@Route(value = "dossier/:id", layout = DossierFrame.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE, Right.REFER})
public class WayPage extends Div implements DossierPart {

    private final CurrentActor actor;
    private final transient Transfers transfers;
    private final transient Tasks tasks;
    private final transient Routes routes;
    private final transient Regions regions;
    private final transient DrawnRoutes drawnRoutes;
    private final transient Forms forms;
    private final transient FormChoices choices;
    private final transient Participants participants;
    private final transient Replacements replacements;
    private final transient Places places;
    private final transient Dates dates;
    private final Section next = new Section();
    private final Div way = new Div();
    private final Aside around = new Aside();
    private final Drawings drawings;
    private long transferId;

    WayPage(
            CurrentActor actor,
            Transfers transfers,
            Tasks tasks,
            Routes routes,
            Regions regions,
            DrawnRoutes drawnRoutes,
            Forms forms,
            FormChoices choices,
            Participants participants,
            Replacements replacements,
            Places places,
            Dates dates) {
        this.actor = actor;
        this.transfers = transfers;
        this.tasks = tasks;
        this.routes = routes;
        this.regions = regions;
        this.drawnRoutes = drawnRoutes;
        this.forms = forms;
        this.choices = choices;
        this.participants = participants;
        this.replacements = replacements;
        this.places = places;
        this.dates = dates;
        this.drawings = new Drawings(drawnRoutes, dates);
        addClassName("lb-stack");
        next.addClassNames("lb-card", "lb-next");
        around.addClassName("lb-dossier-aside");
        var parts = List.<Component>of(way, drawings);
        var columns = new Div();
        var switcher = new Switcher(getTranslation("dossier.delen"), chosen -> show(parts, chosen, columns));
        switcher.setNames(List.of(getTranslation("dossier.tab.weg"), getTranslation("dossier.tab.tekening")));
        var shown = new Div(switcher, way, drawings);
        shown.addClassName("lb-dossier-parts");
        columns.add(shown, around);
        columns.addClassName("lb-dossier-columns");
        show(parts, 0, columns);
        add(next, columns);
    }

    @Override
    public void show(long transferId) {
        this.transferId = transferId;
        var me = actor.get();
        var dossier = transfers.dossier(me, transferId);
        var steps = routes.steps(dossier.routeVersionId());
        var lines = tasks.way(me, transferId);
        var running = dossier.summary().outcome() == null;
        var theWay = Way.of(steps, dossier.phases(), lines, running);
        showNext(dossier, theWay, tasks.openFor(me, transferId));
        way.removeAll();
        way.add(new TimeLine(theWay, dossier, regions.roles(me.regionId()), dates));
        drawings.show(
                dossier.routeVersionId(),
                steps,
                Marks.of(steps, dossier.phases(), lines, dossier.summary().outcome()),
                lines);
        around.removeAll();
        around.add(new Around(
                dossier.participants(),
                participants.former(me.regionId(), transferId),
                running ? replacements.replaceable(me, transferId) : Set.of(),
                this::replace,
                dates));
        var events = possible(dossier, steps);
        if (!events.isEmpty()) {
            around.add(reports(events, dossier, steps));
        }
    }

    private void replace(Participant participant) {
        try {
            new ReplaceDialog(actor.get(), transferId, participant, replacements, () -> show(transferId)).open();
        } catch (ReplacementRefused e) {
            Messages.problem(e.getMessage());
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

    private void showNext(Dossier dossier, Way way, List<TaskSummary> mine) {
        next.removeAll();
        next.add(new H2(getTranslation("dossier.nu")));
        if (dossier.summary().outcome() != null) {
            next.add(new Paragraph(
                    getTranslation("dossier.nu.klaar", dossier.summary().outcomeName())));
            return;
        }
        var waiting = places.waiting(actor.get(), transferId);
        waiting.forEach(each -> next.add(waiting(each)));
        if (way.open().isEmpty() && waiting.isEmpty()) {
            next.add(new Paragraph(getTranslation("dossier.nu.niets")));
        }
        way.open().forEach(task -> next.add(step(task, mine.stream().anyMatch(own -> own.id() == task.id()))));
    }

    private Div waiting(WaitsForPlace waits) {
        var what = new Span(getTranslation("dossier.nu.wacht", waits.name(), waits.position()));
        what.addClassName("lb-strong");
        var since =
                new Span(getTranslation("dossier.nu.wacht.sinds", dates.full(Dates.day(waits.since()), getLocale())));
        since.addClassName("lb-quiet");
        var line = new Div(what, since);
        line.addClassName("lb-next-text");
        return line;
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
                        () -> show(transferId))
                .open());
        return button;
    }
}
