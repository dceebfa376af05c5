package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.Audience;
import nl.landingsbaan.platform.task.SavedFilter;
import nl.landingsbaan.platform.task.SavedFilters;
import nl.landingsbaan.platform.task.TaskClosed;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskFilter.Whose;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskPage;
import nl.landingsbaan.platform.task.TaskPosition;
import nl.landingsbaan.platform.task.TaskResult;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.ui.demo.DemoClock;
import nl.landingsbaan.ui.shell.AboutPage;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Due;
import nl.landingsbaan.ui.shell.LiveScreens;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;
import nl.landingsbaan.ui.shell.Switcher;
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
    private static final int PEOPLE = 20;
    private static final int AT_MOST_LIVE = 500;

    private final transient Tasks tasks;
    private final transient TaskFeed feed;
    private final transient LiveScreens live;
    private final transient Dates dates;
    private final transient ObjectProvider<DemoClock> demoClock;
    private final transient SavedFilters savedFilters;
    private final CurrentActor current;
    private final Switcher order;
    private final Select<SavedFilter> saved = new Select<>();
    private final TaskRows rows = new TaskRows(new InTheList());
    private final Span total = new Span();
    private final TextField search = new TextField();
    private final Select<Whose> whose = new Select<>();
    private final Select<String> phase = new Select<>();
    private transient TaskFeed.Subscription subscription;
    private transient DemoClock.Subscription newDay;
    private TaskFilter filter = TaskFilter.ALL;
    private boolean byYoungPerson;
    private int pages = 1;
    private transient TaskPosition next;
    private Map<String, String> phases = Map.of();
    private boolean settingUp;

    TasksView(
            Tasks tasks,
            SavedFilters savedFilters,
            TaskFeed feed,
            LiveScreens live,
            Dates dates,
            CurrentActor current,
            ObjectProvider<DemoClock> demoClock) {
        this.demoClock = demoClock;
        this.tasks = tasks;
        this.savedFilters = savedFilters;
        this.feed = feed;
        this.live = live;
        this.dates = dates;
        this.current = current;
        addClassNames("lb-page", "lb-tasks");
        total.addClassName("lb-quiet");
        var heading = new Div(new H1(getTranslation("taken.titel")), total);
        heading.addClassNames("lb-row", "lb-page-heading");
        order = new Switcher(getTranslation("taken.volgorde"), chosen -> narrowed());
        order.setNames(List.of(getTranslation("taken.volgorde.datum"), getTranslation("taken.volgorde.jongere")));
        order.addClassName("lb-switcher-small");
        add(heading, tools(), listTools(), rows);
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

    private Div listTools() {
        saved.setAriaLabel(getTranslation("filters.mijn"));
        saved.setPlaceholder(getTranslation("filters.mijn"));
        saved.setItemLabelGenerator(each -> each == null ? "" : each.name());
        saved.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                use(change.getValue().filter(), change.getValue().byYoungPerson());
                narrowed();
            }
        });
        var keep = new Button(
                getTranslation("filters.knop"),
                click -> new FiltersDialog(current, savedFilters, filter, byYoungPerson, this::showSaved).open());
        var keys = new Button(getTranslation("toetsen.knop"), click -> new KeysDialog().open());
        keys.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        keys.addClassName("lb-keys-button");
        var end = new Div(saved, keep, keys);
        end.addClassName("lb-list-tools-end");
        var tools = new Div(order, end);
        tools.addClassName("lb-list-tools");
        return tools;
    }

    private void showSaved() {
        var mine = savedFilters.of(current.get());
        saved.setItems(mine);
        saved.setVisible(!mine.isEmpty());
        saved.setValue(mine.stream()
                .filter(each -> each.filter().equals(filter) && each.byYoungPerson() == byYoungPerson)
                .findFirst()
                .orElse(null));
    }

    /** How somebody looked at the list, as long as the page is open; at first as that person has chosen to. */
    private void remembered(UI ui) {
        var before = ComponentUtil.getData(ui, Look.class);
        if (before != null) {
            use(before.filter(), before.byYoungPerson());
        } else {
            savedFilters.of(current.get()).stream()
                    .filter(SavedFilter::isDefault)
                    .findFirst()
                    .ifPresent(each -> use(each.filter(), each.byYoungPerson()));
        }
        showSaved();
    }

    private void use(TaskFilter chosen, boolean grouped) {
        settingUp = true;
        showPhases(current.get());
        search.setValue(chosen.search() == null ? "" : chosen.search());
        whose.setValue(chosen.whose());
        phase.setValue(phases.containsKey(chosen.phase()) ? chosen.phase() : null);
        order.setCurrent(grouped ? 1 : 0);
        settingUp = false;
        filter = chosen();
        byYoungPerson = grouped;
    }

    private void narrowed() {
        if (settingUp) {
            return;
        }
        filter = chosen();
        byYoungPerson = order.current() == 1;
        ComponentUtil.setData(UI.getCurrent(), Look.class, new Look(filter, byYoungPerson));
        pages = 1;
        showSaved();
        refresh(true);
    }

    private TaskFilter chosen() {
        return new TaskFilter(search.isEmpty() ? null : search.getValue(), whose.getValue(), phase.getValue());
    }

    private void refresh(boolean fresh) {
        try {
            var actor = current.get();
            var counts = tasks.counts(actor, filter);
            var page = page(actor, null, pages);
            showPhases(actor);
            next = page.next();
            var narrow = !filter.equals(TaskFilter.ALL);
            total.setText(getTranslation(counts.total() == 1 ? "taken.totaal.een" : "taken.totaal", counts.total()));
            rows.show(new TaskRows.Rows(
                    byYoungPerson
                            ? youngPeople(page)
                            : List.of(
                                    section(Due.When.LATE, counts.late()),
                                    section(Due.When.TODAY, counts.today()),
                                    section(Due.When.THIS_WEEK, counts.thisWeek()),
                                    section(Due.When.LATER, counts.later())),
                    rows(actor, page),
                    page.next() != null,
                    byYoungPerson,
                    fresh,
                    getTranslation(narrow ? "taken.leeg.filter" : "taken.leeg"),
                    narrow));
        } catch (DataAccessException e) {
            log.warn("The list of tasks could not be read", e);
            rows.failed();
        }
    }

    private TaskPage page(Actor actor, TaskPosition after, int howMany) {
        return byYoungPerson
                ? tasks.listByYoungPerson(actor, filter, after, Math.min(howMany * PEOPLE, AT_MOST_LIVE))
                : tasks.list(actor, filter, after, Math.min(howMany * PAGE, AT_MOST_LIVE));
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
        return new TaskRows.Section(when.name(), getTranslation("taken.deel." + when.name()), count, null);
    }

    private static List<TaskRows.Section> youngPeople(TaskPage page) {
        var byTransfer = new LinkedHashMap<Long, List<TaskSummary>>();
        page.tasks()
                .forEach(task -> byTransfer
                        .computeIfAbsent(task.about().id(), id -> new ArrayList<>())
                        .add(task));
        return byTransfer.values().stream()
                .map(tasks -> new TaskRows.Section(
                        Long.toString(tasks.getFirst().about().id()),
                        tasks.getFirst().about().name(),
                        tasks.size(),
                        AboutPage.of(tasks.getFirst().about())))
                .toList();
    }

    private List<TaskRows.Row> rows(Actor actor, TaskPage page) {
        return page.tasks().stream().map(task -> row(actor, task)).toList();
    }

    private TaskRows.Row row(Actor actor, TaskSummary task) {
        var due = dates.due(task.dueAt());
        var mine = task.assigneeId() != null && task.assigneeId() == actor.accountId();
        return new TaskRows.Row(
                Long.toString(task.id()),
                task.about().name(),
                task.stepName(),
                task.phaseName(),
                mine
                        ? getTranslation("taken.vanmij")
                        : task.assigneeId() != null ? task.assigneeName() : task.roleName(),
                dates.inWords(due),
                due.date() == null ? null : dates.full(due.date(), getLocale()),
                due.when().style(),
                postponed(task),
                section(task, due),
                task.assigneeId() == null,
                mine && task.claimed());
    }

    private String section(TaskSummary task, Due due) {
        if (byYoungPerson) {
            return Long.toString(task.about().id());
        }
        return due.when() == Due.When.NEVER ? Due.When.LATER.name() : due.when().name();
    }

    private String postponed(TaskSummary task) {
        return task.originalDueAt() == null
                ? null
                : getTranslation(
                        "taken.uitgesteld", dates.brief(Dates.day(task.dueAt()), getLocale()), task.postponeReason());
    }

    private Map<String, String> texts() {
        return Map.ofEntries(
                Map.entry("claim", getTranslation("taken.oppakken")),
                Map.entry("release", getTranslation("taken.teruggeven")),
                Map.entry("assign", getTranslation("taken.toewijzen")),
                Map.entry("postpone", getTranslation("taken.uitstellen")),
                Map.entry("pick", getTranslation("taken.kies")),
                Map.entry("picked", getTranslation("taken.gekozen.deel")),
                Map.entry("onePicked", getTranslation("taken.gekozen.een")),
                Map.entry("somePicked", getTranslation("taken.gekozen")),
                Map.entry("pickNone", getTranslation("taken.kies.niets")),
                Map.entry("more", getTranslation("taken.meer")),
                Map.entry("loading", getTranslation("taken.laden")),
                Map.entry("failed", getTranslation("taken.mislukt")),
                Map.entry("again", getTranslation("taken.opnieuw")),
                Map.entry("clearFilters", getTranslation("taken.filterswissen")),
                Map.entry("oneNew", getTranslation("taken.nieuw.een")),
                Map.entry("someNew", getTranslation("taken.nieuw")));
    }

    private record Look(TaskFilter filter, boolean byYoungPerson) {}

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
        public void several(TaskRows.Several what, List<Long> taskIds) {
            var actor = current.get();
            switch (what) {
                case CLAIM -> claim(actor, taskIds);
                case RELEASE -> told(tasks.reassign(actor, taskIds, null));
                case ASSIGN ->
                    new AssignDialog(
                                    taskIds.size(),
                                    tasks.receivers(actor, taskIds),
                                    to -> told(tasks.reassign(current.get(), taskIds, to.accountId())))
                            .open();
                case POSTPONE ->
                    new PostponeDialog(
                                    taskIds.size(),
                                    tasks.longestPostponement(actor),
                                    (until, reason) -> told(tasks.postpone(current.get(), taskIds, until, reason)))
                            .open();
            }
        }

        private void claim(Actor actor, List<Long> taskIds) {
            told(taskIds.stream()
                    .map(id -> {
                        try {
                            tasks.claim(actor, id);
                            return new TaskResult(id, null);
                        } catch (TaskNotFound e) {
                            return new TaskResult(id, TaskResult.Refusal.NOT_THERE);
                        } catch (TaskClosed e) {
                            return new TaskResult(id, TaskResult.Refusal.CLOSED);
                        }
                    })
                    .toList());
        }

        private void told(List<TaskResult> results) {
            if (Outcome.tell(TasksView.this, results)) {
                rows.pickNone();
            }
            TasksView.this.refresh(false);
        }

        @Override
        public void keys() {
            new KeysDialog().open();
        }

        @Override
        public void more() {
            try {
                var actor = current.get();
                var page = page(actor, next, 1);
                next = page.next();
                pages++;
                rows.showMore(
                        byYoungPerson ? youngPeople(page) : List.of(),
                        TasksView.this.rows(actor, page),
                        page.next() != null);
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
