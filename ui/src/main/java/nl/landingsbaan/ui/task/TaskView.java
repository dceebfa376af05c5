package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
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
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.gathering.GatheringNotFound;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.About;
import nl.landingsbaan.platform.task.TaskChange;
import nl.landingsbaan.platform.task.TaskClosed;
import nl.landingsbaan.platform.task.TaskDetail;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskNotReady;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.contact.ContactSheet;
import nl.landingsbaan.ui.form.FormRenderer;
import nl.landingsbaan.ui.shell.AboutPage;
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

    /** Escape closes what lies over the page first. What is being typed arrives before the page is left. */
    private static final String BACK_WITH_ESCAPE = """
            const back = (event) => {
              if (!this.isConnected) {
                window.removeEventListener('keydown', back, true);
                return;
              }
              const over = '[opened], details.lb-account[open]';
              if (event.key === 'Escape' && !document.querySelector(over)) {
                document.activeElement?.blur();
                setTimeout(() => this.$server.leave());
              }
            };
            window.addEventListener('keydown', back, true);
            """;

    private final transient Tasks tasks;
    private final transient TaskFeed feed;
    private final transient Forms forms;
    private final transient Contacts contacts;
    private final transient Regions regions;
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
    private H2 done;

    private enum Stage {
        OPEN,
        /** The task was taken away while it was open here; what was typed stays to be copied. */
        LOST,
        /** Completed here; waiting for the next step of the same young person. */
        DONE
    }

    TaskView(
            Tasks tasks,
            TaskFeed feed,
            Forms forms,
            Contacts contacts,
            Regions regions,
            LiveScreens live,
            Dates dates,
            CurrentActor current) {
        this.tasks = tasks;
        this.feed = feed;
        this.forms = forms;
        this.contacts = contacts;
        this.regions = regions;
        this.live = live;
        this.dates = dates;
        this.current = current;
        addClassNames("lb-page", "lb-task-page");
        notice.setVisible(false);
        draftState.addClassNames("lb-quiet", "lb-draft-state");
        draftState.getElement().setAttribute("role", "status");
        Shortcuts.addShortcutListener(
                        this,
                        () -> {
                            if (stage == Stage.OPEN) {
                                complete();
                            }
                        },
                        Key.ENTER,
                        KeyModifier.CONTROL)
                .resetFocusOnActiveElement(); // what is being typed arrives first
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
        var transfer = task.about().id();
        getElement().executeJs(BACK_WITH_ESCAPE);
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

    @ClientCallable
    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(TasksView.class));
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
            if (detail.handover() == null) {
                if (task.about() instanceof About.Group
                        && detail.form().questions().stream().anyMatch(FormField::freeText)) {
                    var noNames = new Paragraph(getTranslation("groep.geen.namen"));
                    noNames.addClassName("lb-quiet");
                    work.add(noNames);
                }
                work.add(form, actions());
            } else {
                work.add(onPage("overdracht", getTranslation("overdracht.taak")));
            }
        } else {
            closed(detail.state());
        }
    }

    private Div heading() {
        var who = new Span(task.about().name());
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
        var title = new H1(task.stepName());
        title.getElement().setAttribute("tabindex", "-1").executeJs("this.focus({ preventScroll: true })");
        var heading = new Div(title, about);
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
        if (task.about() instanceof About.Group group) {
            aside.add(new Section(new H2(group.name()), new Anchor(AboutPage.of(group), getTranslation("groep.naar"))));
            return aside;
        }
        var people =
                new Section(new H2(getTranslation("taak.mensen", task.about().shortName())));
        people.add(new PeopleList(detail.people(), current.get().accountId(), getTranslation("taak.u")));
        var dossier = new Anchor(
                "dossier/" + task.about().id(),
                getTranslation("taak.dossier", task.about().shortName()));
        var contact = new Button(getTranslation("contact.vastleggen"), click -> logContact());
        people.add(dossier, contact);
        aside.add(people);
        return aside;
    }

    private void logContact() {
        ContactSheet.log(
                task.about().shortName(),
                current,
                contacts,
                regions,
                dates,
                task.about().id(),
                () -> {});
    }

    private Div actions() {
        var finish = new Button(getTranslation("taak.afronden"), click -> complete());
        finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        finish.setDisableOnClick(true);
        var actions = new Div(finish, draftState);
        actions.addClassNames("lb-row", "lb-actions");
        return actions;
    }

    /** What is done on a page of the dossier, and the way there. */
    private Div onPage(String page, String what) {
        var link = new Anchor("dossier/" + task.about().id() + "/" + page, getTranslation("overdracht.taak.naar"));
        link.addClassNames("lb-button", "lb-button-primary");
        var told = new Div(new Paragraph(what), link);
        told.addClassNames("lb-row", "lb-task-page-link");
        return told;
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
        } catch (TaskNotReady elsewhere) {
            notice.removeAll();
            notice.setClassName("lb-banner lb-banner-warm lb-stack");
            notice.getElement().setAttribute("role", "alert");
            notice.add(onPage(elsewhere.page(), elsewhere.getMessage()));
            notice.setVisible(true);
            notice.scrollIntoView();
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
            return way().stream()
                    .filter(line -> line.id() == task.id() && line.closedByName() != null)
                    .findFirst()
                    .map(TaskLine::closedByName)
                    .map(name -> getTranslation("taak.afgerond.door", name))
                    .orElseGet(() -> getTranslation("taak.afgerond.al"));
        } catch (TransferNotFound | GatheringNotFound e) {
            return getTranslation("taak.afgerond.al");
        }
    }

    private List<TaskLine> way() {
        return switch (task.about()) {
            case About.YoungPerson person -> tasks.way(current.get(), person.id());
            case About.Group group -> tasks.wayOfGroup(current.get(), group.id());
        };
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
        done = new H2(getTranslation("taak.klaar"));
        done.getElement().setAttribute("tabindex", "-1");
        next = new Div();
        next.addClassNames("lb-stack");
        next.getElement().setAttribute("role", "status");
        next.add(new Paragraph(
                getTranslation("taak.volgende.zoeken", task.about().shortName())));
        var list = new RouterLink(getTranslation("taak.naarlijst"), TasksView.class);
        work.add(done, new Paragraph(getTranslation("taak.klaar.uitleg", task.stepName())), next, list);
        done.getElement().executeJs("this.focus()");
        offerNext(false);
        getUI().ifPresent(ui -> live.later(ui, WAIT_FOR_NEXT, () -> {
            if (isAttached() && stage == Stage.DONE) {
                offerNext(true);
            }
        }));
    }

    /** @param waited whether the engine has had time enough to open the next step */
    private void offerNext(boolean waited) {
        var following = tasks.nextFor(current.get(), task.about().id());
        if (following.isEmpty()) {
            if (waited) {
                next.removeAll();
                next.add(new Paragraph(
                        getTranslation("taak.volgende.geen", task.about().shortName())));
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
        next.add(new Paragraph(getTranslation("taak.volgende", task.about().shortName())), what, go);
        // Whoever has not gone elsewhere meanwhile goes on with Enter.
        go.getElement()
                .executeJs(
                        "if ([document.body, $0].includes(document.activeElement) || !document.activeElement) this.focus()",
                        done.getElement());
    }
}
