package nl.landingsbaan.ui.gathering;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.CatalogueField;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.gathering.GatheringAnswer;
import nl.landingsbaan.platform.gathering.GatheringAnswers;
import nl.landingsbaan.platform.gathering.GatheringKey;
import nl.landingsbaan.platform.gathering.GatheringMember;
import nl.landingsbaan.platform.gathering.GatheringNotFound;
import nl.landingsbaan.platform.gathering.GatheringSummary;
import nl.landingsbaan.platform.gathering.Gatherings;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.ui.dossier.Drawings;
import nl.landingsbaan.ui.dossier.DrawnRoutes;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.LiveScreens;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;
import nl.landingsbaan.ui.shell.Switcher;

/** One group: what is to be done now, who belongs to it, what was done, and the drawing with where it stands. */
@Route(value = "groep", layout = MainLayout.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE})
@StyleSheet("styles/gathering.css")
@StyleSheet("styles/dossier.css")
public class GroupView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {

    private static final int MOST_ANSWERS = 500;

    private final CurrentActor actor;
    private final transient Gatherings gatherings;
    private final transient GatheringAnswers answers;
    private final transient Tasks tasks;
    private final transient Routes routes;
    private final transient TaskFeed feed;
    private final transient LiveScreens live;
    private final transient Dates dates;
    private final Drawings drawings;
    private final Div overview = new Div();
    private transient GatheringSummary group;
    private transient TaskFeed.Subscription subscription;

    GroupView(
            CurrentActor actor,
            Gatherings gatherings,
            GatheringAnswers answers,
            Tasks tasks,
            Routes routes,
            DrawnRoutes drawnRoutes,
            TaskFeed feed,
            LiveScreens live,
            Dates dates) {
        this.actor = actor;
        this.gatherings = gatherings;
        this.answers = answers;
        this.tasks = tasks;
        this.routes = routes;
        this.feed = feed;
        this.live = live;
        this.dates = dates;
        this.drawings = new Drawings(drawnRoutes, dates);
        addClassNames("lb-page", "lb-stack", "lb-groups");
        overview.addClassName("lb-stack");
    }

    @Override
    public void setParameter(BeforeEvent event, Long gatheringId) {
        try {
            group = gatherings.summary(actor.get(), gatheringId);
        } catch (GatheringNotFound e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return (group == null ? getTranslation("groep.titel") : group.name()) + " - Landingsbaan";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (group == null) {
            return;
        }
        build();
        var region = actor.get().regionId();
        var id = group.id();
        var refresher = live.refresher(event.getUI(), this::lookAgain);
        subscription = feed.subscribe(change -> {
            if (change.regionId() == region && change.transferId() == id) {
                refresher.run();
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.close();
        }
    }

    private void lookAgain() {
        if (isAttached()) {
            group = gatherings.summary(actor.get(), group.id());
            show();
        }
    }

    private void build() {
        removeAll();
        var back = new RouterLink(getTranslation("groep.terug"), GroupsView.class);
        back.addClassName("lb-back");
        var facts = new Paragraph(
                getTranslation("groep.feiten", group.schoolYear(), dates.full(group.beginsOn(), getLocale())));
        facts.addClassName("lb-quiet");
        var parts = List.<Component>of(overview, drawings);
        var switcher = new Switcher(getTranslation("groep.delen"), chosen -> choose(parts, chosen));
        switcher.setNames(List.of(getTranslation("groep.tab.overzicht"), getTranslation("groep.tab.tekening")));
        choose(parts, 0);
        add(back, new H1(group.name()), facts, switcher, overview, drawings);
        show();
    }

    private void choose(List<Component> parts, int chosen) {
        for (int part = 0; part < parts.size(); part++) {
            parts.get(part).setVisible(part == chosen);
        }
        drawings.setInView(parts.get(chosen) == drawings);
    }

    private void show() {
        var me = actor.get();
        var key = gatherings.find(me, group.id());
        var lines = tasks.wayOfGroup(me, group.id());
        overview.removeAll();
        overview.add(now(lines, tasks.openFor(me, group.id())), members(key), done(key, lines));
        drawings.show(
                key,
                routes.steps(key.routeVersionId(), key.processId()),
                gatherings.outcome(me, group.id()).orElse(null),
                lines);
    }

    private Section now(List<TaskLine> lines, List<TaskSummary> mine) {
        var now = card(getTranslation("groep.nu"));
        if (!group.running()) {
            now.add(new Paragraph(getTranslation(
                    "groep.klaar", dates.full(Dates.day(group.endedAt()), getLocale()), group.outcome())));
            return now;
        }
        var open = lines.stream().filter(line -> line.state() == TaskState.OPEN).toList();
        if (open.isEmpty()) {
            now.add(new Paragraph(getTranslation("groep.nu.niets")));
            return now;
        }
        var own = mine.stream().map(TaskSummary::id).collect(Collectors.toSet());
        var list = list();
        for (var line : open) {
            var name = own.contains(line.id())
                    ? new Anchor("taak/" + line.id(), line.stepName())
                    : new Span(line.stepName());
            var who = new Span(line.assigneeName() == null ? line.roleName() : line.assigneeName());
            who.addClassName("lb-quiet");
            var text = new Div(name, who);
            text.addClassName("lb-group-text");
            var due = dates.due(line.dueAt());
            var chip = new Span(dates.inWords(due));
            chip.setClassName("lb-chip " + due.when().style());
            list.add(new ListItem(text, chip));
        }
        now.add(list);
        return now;
    }

    private Section members(GatheringKey key) {
        var section = card(getTranslation("groep.leden"));
        var members = gatherings.members(actor.get(), group.id());
        if (members.isEmpty()) {
            section.add(new Paragraph(getTranslation("groep.leden.niemand")));
            return section;
        }
        section.add(new Paragraph(GroupWords.members(this, members.size())));
        var list = list();
        members.forEach(member -> list.add(member(key, member)));
        section.add(list);
        return section;
    }

    private ListItem member(GatheringKey key, GatheringMember member) {
        var name = member.name() == null
                ? new Span(getTranslation("groep.lid.verborgen"))
                : new Anchor("dossier/" + member.transferId(), member.name());
        var text = new Div(name);
        text.addClassName("lb-group-text");
        var marks = new Div();
        marks.addClassName("lb-group-marks");
        member.marks().stream()
                .map(mark -> routes.catalogue(key.routeVersionId())
                        .field(mark)
                        .map(CatalogueField::label)
                        .orElse(mark))
                .sorted()
                .forEach(label -> {
                    var chip = new Span(label);
                    chip.addClassName("lb-chip");
                    marks.add(chip);
                });
        return new ListItem(text, marks);
    }

    private Section done(GatheringKey key, List<TaskLine> lines) {
        var section = card(getTranslation("groep.gedaan"));
        var closed = lines.stream()
                .filter(line -> line.state() != TaskState.OPEN)
                .sorted(Comparator.comparing(TaskLine::closedAt).reversed())
                .toList();
        if (closed.isEmpty()) {
            section.add(new Paragraph(getTranslation("groep.gedaan.niets")));
            return section;
        }
        var said = answers.of(key, MOST_ANSWERS).stream()
                .filter(answer -> answer.taskId() != null)
                .collect(Collectors.groupingBy(GatheringAnswer::taskId));
        var choices = new HashMap<String, Map<String, List<Choice>>>();
        var list = list();
        closed.forEach(line -> list.add(closed(key, line, said, choices)));
        section.add(list);
        return section;
    }

    private ListItem closed(
            GatheringKey key,
            TaskLine line,
            Map<Long, List<GatheringAnswer>> said,
            Map<String, Map<String, List<Choice>>> choices) {
        var day = dates.full(Dates.day(line.closedAt()), getLocale());
        var when = new Span(
                line.state() == TaskState.COMPLETED
                        ? getTranslation(
                                "groep.gedaan.door",
                                day,
                                line.closedByName() == null ? line.roleName() : line.closedByName())
                        : getTranslation("groep.gedaan.vervallen", day));
        when.addClassName("lb-quiet");
        var step = new Span(line.stepName());
        step.addClassName("lb-strong");
        var text = new Div(step, when);
        text.addClassName("lb-group-text");
        said.getOrDefault(line.id(), List.of()).forEach(answer -> text.add(answer(key, answer, choices)));
        return new ListItem(text);
    }

    private Paragraph answer(
            GatheringKey key, GatheringAnswer answer, Map<String, Map<String, List<Choice>>> choicesByForm) {
        var form = routes.form(key.routeVersionId(), answer.formId());
        var choices = choicesByForm.computeIfAbsent(form.id(), id -> answers.choices(actor.get(), key, form));
        return form.field(answer.fieldKey())
                .map(field -> new Paragraph(
                        field.label() + " " + GroupWords.answer(this, field, answer.value(), choices, dates)))
                .orElseGet(Paragraph::new);
    }

    private static Section card(String title) {
        var card = new Section(new H2(title));
        card.addClassName("lb-card");
        return card;
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("lb-plain-list");
        return list;
    }
}
