package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.Audience;
import nl.landingsbaan.platform.task.TaskClosed;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskFilter.Whose;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskPage;
import nl.landingsbaan.platform.task.TaskPosition;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.ui.demo.DemoClock;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Due;
import nl.landingsbaan.ui.shell.LiveScreens;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;

/** What somebody has to do: too late, today, this week, later. It changes by itself while it is open. */
@Route(value = "taken", layout = MainLayout.class)
@PermitAll
@Requires(Right.WORK)
public class TasksView extends Div implements HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(TasksView.class);
    private static final int PAGE = 50;
    private static final int AT_MOST_LIVE = 500;

    private final transient Tasks tasks;
    private final transient TaskFeed feed;
    private final transient LiveScreens live;
    private final transient Dates dates;
    private final transient ObjectProvider<DemoClock> demoClock;
    private final CurrentActor current;
    private final TaskRows rows = new TaskRows(new InTheList());
    private final Span total = new Span();
    private final TextField search = new TextField();
    private final Select<Whose> whose = new Select<>();
    private final Select<String> phase = new Select<>();
    private transient TaskFeed.Subscription subscription;
    private transient DemoClock.Subscription newDay;
    private TaskFilter filter = TaskFilter.ALL;
    private int shown = PAGE;
    private transient TaskPosition next;
    private Map<String, String> phases = Map.of();
    private boolean settingUp;

    TasksView(
            Tasks tasks,
            TaskFeed feed,
            LiveScreens live,
            Dates dates,
            CurrentActor current,
            ObjectProvider<DemoClock> demoClock) {
        this.demoClock = demoClock;
        this.tasks = tasks;
        this.feed = feed;
        this.live = live;
        this.dates = dates;
        this.current = current;
        addClassNames("lb-page", "lb-tasks");
        total.addClassName("lb-quiet");
        var heading = new Div(new H1(getTranslation("taken.titel")), total);
        heading.addClassNames("lb-row", "lb-page-heading");
        add(heading, tools(), rows);
        rows.setTexts(texts());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("taken.titel") + " - Landingsbaan";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        var actor = current.get();
        var mine = Audience.of(actor);
        var refresher = live.refresher(ui, () -> {
            if (isAttached()) {
                refresh(false);
            }
        });
        subscription = feed.subscribe(change -> {
            if (change.concerns(actor.regionId(), mine)) {
                refresher.run();
            }
        });
        demoClock.ifAvailable(clock -> newDay = clock.onChange(refresher));
        remembered(ui);
        refresh(true);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.close();
        if (newDay != null) {
            newDay.close();
        }
    }

    private Div tools() {
        search.setPlaceholder(getTranslation("taken.zoek"));
        search.setAriaLabel(getTranslation("taken.zoek"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(300);
        search.addClassName("lb-search");
        whose.setAriaLabel(getTranslation("taken.wie"));
        whose.setItems(Whose.values());
        whose.setItemLabelGenerator(each -> getTranslation("taken.wie." + each.name()));
        whose.setValue(Whose.MINE_AND_MY_ROLES);
        phase.setAriaLabel(getTranslation("taken.fase"));
        phase.setEmptySelectionAllowed(true);
        phase.setEmptySelectionCaption(getTranslation("taken.fase.alle"));
        phase.setPlaceholder(getTranslation("taken.fase.alle"));
        phase.setItemLabelGenerator(code -> code == null ? "" : phases.getOrDefault(code, code));
        search.addValueChangeListener(change -> narrowed());
        whose.addValueChangeListener(change -> narrowed());
        phase.addValueChangeListener(change -> narrowed());
        var tools = new Div(search, whose, phase);
        tools.addClassNames("lb-tools");
        tools.getElement().setAttribute("role", "search");
        return tools;
    }

    private void remembered(UI ui) {
        var before = ComponentUtil.getData(ui, TaskFilter.class);
        if (before == null) {
            return;
        }
        settingUp = true;
        showPhases(current.get());
        search.setValue(before.search() == null ? "" : before.search());
        whose.setValue(before.whose());
        phase.setValue(phases.containsKey(before.phase()) ? before.phase() : null);
        settingUp = false;
        filter = chosen();
    }

    private void narrowed() {
        if (settingUp) {
            return;
        }
        filter = chosen();
        ComponentUtil.setData(UI.getCurrent(), TaskFilter.class, filter);
        shown = PAGE;
        refresh(true);
    }

    private TaskFilter chosen() {
        return new TaskFilter(search.isEmpty() ? null : search.getValue(), whose.getValue(), phase.getValue());
    }

    private void refresh(boolean fresh) {
        try {
            var actor = current.get();
            var counts = tasks.counts(actor, filter);
            var page = tasks.list(actor, filter, null, Math.min(shown, AT_MOST_LIVE));
            showPhases(actor);
            next = page.next();
            var narrow = !filter.equals(TaskFilter.ALL);
            total.setText(getTranslation(counts.total() == 1 ? "taken.totaal.een" : "taken.totaal", counts.total()));
            rows.show(new TaskRows.Rows(
                    List.of(
                            section(Due.When.LATE, counts.late()),
                            section(Due.When.TODAY, counts.today()),
                            section(Due.When.THIS_WEEK, counts.thisWeek()),
                            section(Due.When.LATER, counts.later())),
                    rows(actor, page),
                    page.next() != null,
                    fresh,
                    getTranslation(narrow ? "taken.leeg.filter" : "taken.leeg"),
                    narrow));
        } catch (DataAccessException e) {
            log.warn("The list of tasks could not be read", e);
            rows.failed();
        }
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (TaskNotFound | TaskClosed e) {
            Messages.problem(getTranslation("taken.weg"));
        }
        refresh(false);
    }

    private void showPhases(Actor actor) {
        var now = tasks.phases(actor);
        var chosen = phase.getValue();
        if (chosen != null && !now.containsKey(chosen)) {
            now = new LinkedHashMap<>(now);
            now.put(chosen, phases.getOrDefault(chosen, chosen));
        }
        if (!now.equals(phases)) {
            var before = settingUp;
            settingUp = true;
            phases = now;
            phase.setItems(phases.keySet());
            phase.setValue(chosen);
            settingUp = before;
        }
    }

    private TaskRows.Section section(Due.When when, int count) {
        return new TaskRows.Section(when.name(), getTranslation("taken.deel." + when.name()), count);
    }

    private List<TaskRows.Row> rows(Actor actor, TaskPage page) {
        return page.tasks().stream().map(task -> row(actor, task)).toList();
    }

    private TaskRows.Row row(Actor actor, TaskSummary task) {
        var due = dates.due(task.dueAt());
        var mine = task.assigneeId() != null && task.assigneeId() == actor.accountId();
        return new TaskRows.Row(
                Long.toString(task.id()),
                task.firstName() + " " + task.lastName(),
                task.stepName(),
                task.phaseName(),
                mine
                        ? getTranslation("taken.vanmij")
                        : task.assigneeId() != null ? task.assigneeName() : task.roleName(),
                dates.inWords(due),
                due.date() == null ? null : dates.full(due.date(), getLocale()),
                due.when().style(),
                due.when() == Due.When.NEVER
                        ? Due.When.LATER.name()
                        : due.when().name(),
                task.assigneeId() == null,
                mine && task.claimed());
    }

    private Map<String, String> texts() {
        return Map.of(
                "claim", getTranslation("taken.oppakken"),
                "release", getTranslation("taken.teruggeven"),
                "more", getTranslation("taken.meer"),
                "loading", getTranslation("taken.laden"),
                "failed", getTranslation("taken.mislukt"),
                "again", getTranslation("taken.opnieuw"),
                "clearFilters", getTranslation("taken.filterswissen"),
                "oneNew", getTranslation("taken.nieuw.een"),
                "someNew", getTranslation("taken.nieuw"));
    }

    private final class InTheList implements TaskRows.Actions {

        @Override
        public void claim(long taskId) {
            act(() -> tasks.claim(current.get(), taskId));
        }

        @Override
        public void release(long taskId) {
            act(() -> tasks.release(current.get(), taskId));
        }

        @Override
        public void more() {
            try {
                var actor = current.get();
                var page = tasks.list(actor, filter, next, PAGE);
                next = page.next();
                shown += PAGE;
                rows.showMore(TasksView.this.rows(actor, page), page.next() != null);
            } catch (DataAccessException e) {
                log.warn("The list of tasks could not be read", e);
                rows.failed();
            }
        }

        @Override
        public void refresh() {
            TasksView.this.refresh(false);
        }

        @Override
        public void clearFilters() {
            settingUp = true;
            search.clear();
            whose.setValue(Whose.MINE_AND_MY_ROLES);
            phase.clear();
            settingUp = false;
            narrowed();
            search.focus();
        }
    }
}
