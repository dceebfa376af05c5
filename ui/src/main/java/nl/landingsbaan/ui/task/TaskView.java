package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Map;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.TaskChange;
import nl.landingsbaan.platform.task.TaskClosed;
import nl.landingsbaan.platform.task.TaskDetail;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.form.FormRenderer;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.LiveScreens;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** One task: what to fill in, why, and with whom. What is typed is kept, and after completing the way leads on. */
@Route(value = "taak", layout = MainLayout.class)
@PermitAll
@Requires(Right.WORK)
public class TaskView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(TaskView.class);
    private static final Duration WAIT_FOR_NEXT = Duration.ofSeconds(6);

    private final transient Tasks tasks;
    private final transient TaskFeed feed;
    private final transient Forms forms;
    private final transient LiveScreens live;
    private final transient Dates dates;
    private final CurrentActor current;
    private final Div notice = new Div();
    private final Section work = new Section();
    private final Span dueChip = new Span();
    private final Span draftState = new Span();
    private transient TaskSummary task;
    private FormRenderer form;
    private transient TaskFeed.Subscription subscription;
    private Stage stage = Stage.OPEN;
    private Div next;

    private enum Stage {
        OPEN,
        /** The task was taken away while it was open here; what was typed stays to be copied. */
        LOST,
        /** Completed here; waiting for the next step of the same young person. */
        DONE
    }

    TaskView(Tasks tasks, TaskFeed feed, Forms forms, LiveScreens live, Dates dates, CurrentActor current) {
        this.tasks = tasks;
        this.feed = feed;
        this.forms = forms;
        this.live = live;
        this.dates = dates;
        this.current = current;
        addClassNames("lb-page", "lb-task-page");
        notice.setVisible(false);
        draftState.addClassNames("lb-quiet", "lb-draft-state");
        draftState.getElement().setAttribute("role", "status");
    }

    @Override
    public void setParameter(BeforeEvent event, Long taskId) {
        try {
            show(tasks.open(current.get(), taskId));
        } catch (TaskNotFound e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return (task == null ? getTranslation("taken.titel") : task.stepName()) + " - Landingsbaan";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (task == null) {
            return;
        }
        var region = current.get().regionId();
        var transfer = task.transferId();
        var refresher = live.refresher(event.getUI(), this::lookAgain);
        subscription = feed.subscribe(change -> {
            if (concerns(change, region, transfer)) {
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

    private static boolean concerns(TaskChange change, long region, long transfer) {
        return change.regionId() == region && change.transferId() == transfer;
    }

    private void show(TaskDetail detail) {
        if (subscription != null) {
            // The same screen for the next task: the subscription is of the same young person.
            notice.setVisible(false);
        }
        task = detail.summary();
        stage = Stage.OPEN;
        next = null;
        removeAll();
        work.removeAll();
        work.setClassName("lb-card lb-task-work");
        draftState.setText("");
        var columns = new Div(work, aside(detail));
        columns.addClassName("lb-task-columns");
        add(back(), heading(), notice, columns);
        form = new FormRenderer(detail.form(), detail.choices(), forms);
        form.fill(detail.draft());
        if (detail.state() == TaskState.OPEN) {
            form.onChange(this::saveDraft);
            work.add(form, actions());
        } else {
            closed(detail.state());
        }
    }

    private Div heading() {
        var who = new Span(task.firstName() + " " + task.lastName());
        who.addClassName("lb-strong");
        var about = new Div(who);
        about.addClassNames("lb-row", "lb-task-subject");
        if (task.phaseName() != null) {
            about.add(new Span(task.phaseName()));
        }
        var due = dates.due(task.dueAt());
        dueChip.setText(dates.inWords(due));
        dueChip.setClassName("lb-chip " + due.when().style());
        dueChip.setTitle(due.date() == null ? "" : dates.full(due.date(), getLocale()));
        dueChip.setVisible(true);
        about.add(dueChip);
        var heading = new Div(new H1(task.stepName()), about);
        heading.addClassNames("lb-page-heading");
        return heading;
    }

    private Div aside(TaskDetail detail) {
        var aside = new Div();
        aside.addClassName("lb-task-aside");
        if (detail.why() != null && !detail.why().isBlank()) {
            var why = new Section(new H2(getTranslation("taak.waarom")));
            detail.why().strip().lines().filter(line -> !line.isBlank()).forEach(line -> why.add(new Paragraph(line)));
            aside.add(why);
        }
        var people = new Section(new H2(getTranslation("taak.mensen", task.firstName())));
        people.add(new PeopleList(detail.people(), current.get().accountId(), getTranslation("taak.u")));
        var dossier = new Anchor("dossier/" + task.transferId(), getTranslation("taak.dossier", task.firstName()));
        people.add(dossier);
        aside.add(people);
        return aside;
    }

    private Div actions() {
        var finish = new Button(getTranslation("taak.afronden"), click -> complete());
        finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        finish.setDisableOnClick(true);
        var actions = new Div(finish, draftState);
        actions.addClassNames("lb-row", "lb-actions");
        return actions;
    }

    private RouterLink back() {
        var back = new RouterLink(getTranslation("taak.terug"), TasksView.class);
        back.addClassName("lb-back");
        return back;
    }

    private void saveDraft(Map<String, Object> typed) {
        if (stage != Stage.OPEN) {
            return;
        }
        try {
            tasks.saveDraft(current.get(), task.id(), typed);
            draftState.setText(getTranslation("taak.concept"));
        } catch (TaskNotFound e) {
            lost(getTranslation("taak.vanander"));
        } catch (DataAccessException e) {
            log.warn("The draft of task {} was not stored", task.id(), e);
            draftState.setText(getTranslation("taak.concept.mislukt"));
        }
    }

    private void complete() {
        try {
            tasks.complete(current.get(), task.id(), form.values());
            done();
        } catch (FormRefused refused) {
            form.showErrors(refused.errors());
        } catch (TaskClosed closed) {
            closed(closed.state());
        } catch (TaskNotFound e) {
            lost(getTranslation("taak.vanander"));
        } finally {
            work.getChildren()
                    .flatMap(Component::getChildren)
                    .filter(Button.class::isInstance)
                    .forEach(button -> ((Button) button).setEnabled(true));
        }
    }

    /** Something of this young person changed while the screen is open. */
    private void lookAgain() {
        if (!isAttached()) {
            return;
        }
        if (stage == Stage.DONE) {
            offerNext(false);
        } else if (stage == Stage.OPEN) {
            try {
                var state = tasks.open(current.get(), task.id()).state();
                if (state != TaskState.OPEN) {
                    closed(state);
                }
            } catch (TaskNotFound e) {
                lost(getTranslation("taak.vanander"));
            }
        }
    }

    private void closed(TaskState state) {
        lost(state == TaskState.EXPIRED ? getTranslation("taak.vervallen") : completedBy());
    }

    private String completedBy() {
        try {
            return tasks.way(current.get(), task.transferId()).stream()
                    .filter(line -> line.id() == task.id() && line.closedByName() != null)
                    .findFirst()
                    .map(TaskLine::closedByName)
                    .map(name -> getTranslation("taak.afgerond.door", name))
                    .orElseGet(() -> getTranslation("taak.afgerond.al"));
        } catch (TransferNotFound e) {
            return getTranslation("taak.afgerond.al");
        }
    }

    private void lost(String why) {
        stage = Stage.LOST;
        dueChip.setVisible(false);
        var typed = form.asText();
        notice.removeAll();
        notice.setClassName("lb-banner lb-banner-warm lb-stack");
        notice.getElement().setAttribute("role", "alert");
        notice.add(new Paragraph(why));
        var ways = new Div();
        ways.addClassName("lb-row");
        work.removeAll();
        if (typed.isBlank()) {
            work.setVisible(false);
        } else {
            notice.add(new Paragraph(getTranslation("taak.getypt")));
            ways.add(copyButton(typed));
            var copy = new Pre(typed);
            copy.addClassName("lb-typed");
            work.add(new H2(getTranslation("taak.getypt.titel")), copy);
        }
        ways.add(new RouterLink(getTranslation("taak.naarlijst"), TasksView.class));
        notice.add(ways);
        notice.setVisible(true);
    }

    private Button copyButton(String typed) {
        var copied = getTranslation("taak.gekopieerd");
        var copy = new Button(getTranslation("taak.kopieer"));
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', () => navigator.clipboard.writeText($0)"
                                + ".then(() => this.textContent = $1))",
                        typed,
                        copied);
        return copy;
    }

    private void done() {
        stage = Stage.DONE;
        dueChip.setVisible(false);
        notice.setVisible(false);
        work.removeAll();
        work.addClassName("lb-task-done");
        var title = new H2(getTranslation("taak.klaar"));
        title.getElement().setAttribute("tabindex", "-1");
        next = new Div();
        next.addClassNames("lb-stack");
        next.getElement().setAttribute("role", "status");
        next.add(new Paragraph(getTranslation("taak.volgende.zoeken", task.firstName())));
        var list = new RouterLink(getTranslation("taak.naarlijst"), TasksView.class);
        work.add(title, new Paragraph(getTranslation("taak.klaar.uitleg", task.stepName())), next, list);
        title.getElement().executeJs("this.focus()");
        offerNext(false);
        getUI().ifPresent(ui -> live.later(ui, WAIT_FOR_NEXT, () -> {
            if (isAttached() && stage == Stage.DONE) {
                offerNext(true);
            }
        }));
    }

    /** @param waited whether the engine has had time enough to open the next step */
    private void offerNext(boolean waited) {
        var following = tasks.nextFor(current.get(), task.transferId());
        if (following.isEmpty()) {
            if (waited) {
                next.removeAll();
                next.add(new Paragraph(getTranslation("taak.volgende.geen", task.firstName())));
            }
            return;
        }
        var step = following.get();
        var due = new Span(dates.inWords(dates.due(step.dueAt())));
        due.addClassNames("lb-chip", dates.due(step.dueAt()).when().style());
        var name = new Span(step.stepName());
        name.addClassName("lb-strong");
        var what = new Div(name, due);
        what.addClassName("lb-row");
        var go = new Button(
                getTranslation("taak.volgende.verder"),
                click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(TaskView.class, step.id())));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.removeAll();
        next.add(new Paragraph(getTranslation("taak.volgende", task.firstName())), what, go);
    }
}
