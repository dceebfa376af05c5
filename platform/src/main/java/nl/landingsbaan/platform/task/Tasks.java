package nl.landingsbaan.platform.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Answers;
import nl.landingsbaan.platform.transfer.FormChoices;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What professionals do with tasks. */
@Service
@Transactional
public class Tasks {

    private static final TypeReference<Map<String, Object>> DRAFT = new TypeReference<>() {};

    private final TaskRepository tasks;
    private final Inbox inbox;
    private final TaskList list;
    private final TaskProjection projection;
    private final StepInEngine engine;
    private final Transfers transfers;
    private final Participants participants;
    private final Answers answers;
    private final FormChoices choices;
    private final Routes routes;
    private final Regions regions;
    private final People people;
    private final AuditLog audit;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tasks(
            TaskRepository tasks,
            Inbox inbox,
            TaskList list,
            TaskProjection projection,
            StepInEngine engine,
            Transfers transfers,
            Participants participants,
            Answers answers,
            FormChoices choices,
            Routes routes,
            Regions regions,
            People people,
            AuditLog audit,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.list = list;
        this.projection = projection;
        this.engine = engine;
        this.transfers = transfers;
        this.participants = participants;
        this.answers = answers;
        this.choices = choices;
        this.routes = routes;
        this.regions = regions;
        this.people = people;
        this.audit = audit;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of what the actor can do, by due date.
     *
     * @param after where the page before ended; null for the first
     */
    @Transactional(readOnly = true)
    public TaskPage list(Actor actor, TaskFilter filter, TaskPosition after, int limit) {
        return list.page(actor, filter, after, limit);
    }

    /** How much there is to do, by when. */
    @Transactional(readOnly = true)
    public TaskCounts counts(Actor actor, TaskFilter filter) {
        return list.counts(actor, filter, LocalDate.now(clock.withZone(PlatformClock.ZONE)));
    }

    /** The phases that the actor's open tasks are in, code to name. */
    @Transactional(readOnly = true)
    public Map<String, String> phases(Actor actor) {
        return list.phases(actor);
    }

    /**
     * A task to work on, or to look at once it is closed.
     *
     * @throws TaskNotFound when it is not there for this actor
     */
    @Transactional(readOnly = true)
    public TaskDetail open(Actor actor, long taskId) {
        var task = own(actor, taskId);
        var step = routes.step(task.stepId);
        var form = routes.form(step.routeVersionId(), step.formId());
        return new TaskDetail(
                list.summaries(actor.regionId(), List.of(taskId)).getFirst(),
                step.why(),
                form,
                choices.of(actor.regionId(), form),
                task.draft == null ? Map.of() : json.readValue(task.draft, DRAFT),
                participants.of(actor.regionId(), task.transferId),
                task.state);
    }

    /**
     * Takes a task upon oneself, out of the lists of the others.
     *
     * @throws TaskNotFound when it is not there for this actor
     * @throws TaskClosed when it is closed
     */
    public void claim(Actor actor, long taskId) {
        var task = openToActor(actor, taskId);
        task.assigneeId = actor.accountId();
        task.claimed = true;
        projection.deliver(task, Set.of(Audience.person(actor.accountId())));
        audit.record(task.regionId, actor.accountId(), AuditAction.TASK_CLAIMED, AuditSubject.TASK, taskId);
    }

    /** Gives a claimed task back to everybody with the role. */
    public void release(Actor actor, long taskId) {
        var task = openToActor(actor, taskId);
        projection.route(task, routes.step(task.stepId));
        audit.record(task.regionId, actor.accountId(), AuditAction.TASK_RELEASED, AuditSubject.TASK, taskId);
    }

    /** Keeps what was typed, unchecked, so that nothing is lost. */
    public void saveDraft(Actor actor, long taskId, Map<String, Object> typed) {
        var task = own(actor, taskId);
        if (task.state == TaskState.OPEN) {
            task.draft = typed.isEmpty() ? null : json.writeValueAsString(texts(typed));
        }
    }

    /**
     * Completes a task: checks and stores the answers, closes the task, and has the engine told, all or nothing.
     *
     * @throws TaskNotFound when it is not there for this actor
     * @throws TaskClosed when somebody else completed it or the route took it away
     * @throws FormRefused when something is missing or wrong
     */
    @Transactional(noRollbackFor = TaskClosed.class)
    public void complete(Actor actor, long taskId, Map<String, Object> filledIn) {
        var task = openToActor(actor, taskId);
        if (engine.isGone(task.jobKey)) {
            projection.expire(task);
            throw new TaskClosed(taskId, TaskState.EXPIRED);
        }
        var step = routes.step(task.stepId);
        var transfer = transfers.find(task.regionId, task.transferId);
        var form = routes.form(step.routeVersionId(), step.formId());
        var variables = answers.record(transfer, form, taskId, filledIn, actor.accountId());
        projection.close(task, TaskState.COMPLETED, actor.accountId());
        audit.record(task.regionId, actor.accountId(), AuditAction.TASK_COMPLETED, AuditSubject.TASK, taskId);
        events.publishEvent(new TaskCompleted(task.regionId, task.transferId, taskId, task.jobKey, variables));
    }

    /** The open task of this young person that the actor can go on with, the one due first. */
    @Transactional(readOnly = true)
    public Optional<TaskSummary> nextFor(Actor actor, long transferId) {
        return openFor(actor, transferId).stream().findFirst();
    }

    /** The open tasks of this young person that the actor can go on with, the one due first in front. */
    @Transactional(readOnly = true)
    public List<TaskSummary> openFor(Actor actor, long transferId) {
        var mine = Audience.of(actor);
        return list.summaries(
                actor.regionId(),
                tasks.findByRegionIdAndTransferIdAndState(actor.regionId(), transferId, TaskState.OPEN).stream()
                        .filter(task ->
                                inbox.audiences(task.regionId, task.id).stream().anyMatch(mine::contains))
                        .sorted(Comparator.comparing(Tasks::dueOrNever))
                        .map(task -> task.id)
                        .toList());
    }

    /** The step that is due first of each of these transfers; transfers without an open step, or not there for this actor, are absent. */
    @Transactional(readOnly = true)
    public Map<Long, NextStep> nextSteps(Actor actor, Collection<Long> transferIds) {
        var visible = transferIds.isEmpty() ? Set.<Long>of() : participants.visible(actor, transferIds);
        if (visible.isEmpty()) {
            return Map.of();
        }
        var first = new HashMap<Long, TaskRow>();
        tasks.findByRegionIdAndStateAndTransferIdIn(actor.regionId(), TaskState.OPEN, visible)
                .forEach(task -> first.merge(
                        task.transferId, task, (a, b) -> dueOrNever(a).isAfter(dueOrNever(b)) ? b : a));
        var next = new HashMap<Long, NextStep>();
        first.forEach((transferId, task) -> next.put(
                transferId,
                new NextStep(
                        transferId,
                        routes.step(task.stepId).name(),
                        regions.roles(task.regionId).get(task.roleCode).name(),
                        task.dueAt)));
        return next;
    }

    /**
     * All tasks of a transfer, in the order in which they came.
     *
     * @throws nl.landingsbaan.platform.transfer.TransferNotFound when the transfer is not there for this actor
     */
    @Transactional(readOnly = true)
    public List<TaskLine> way(Actor actor, long transferId) {
        transfers.find(actor, transferId);
        var rows = tasks.findByRegionIdAndTransferIdOrderByOpenedAt(actor.regionId(), transferId);
        var names = people.names(rows.stream()
                .flatMap(row -> Stream.of(row.assigneeId, row.closedBy))
                .filter(id -> id != null)
                .toList());
        return rows.stream().map(row -> line(row, names)).toList();
    }

    private TaskLine line(TaskRow row, Map<Long, String> names) {
        var step = routes.step(row.stepId);
        return new TaskLine(
                row.id,
                step.processId(),
                step.elementId(),
                step.name(),
                step.phase(),
                row.state,
                regions.roles(row.regionId).get(row.roleCode).name(),
                row.assigneeId == null ? null : names.get(row.assigneeId),
                row.dueAt,
                row.openedAt,
                row.closedAt,
                row.closedBy == null ? null : names.get(row.closedBy));
    }

    private TaskRow openToActor(Actor actor, long taskId) {
        var task = own(actor, taskId, tasks.lock(actor.regionId(), taskId));
        if (task.state != TaskState.OPEN) {
            throw new TaskClosed(taskId, task.state);
        }
        return task;
    }

    /** An open task is there for its audience; a closed one for those who take part in the role it was for. */
    private TaskRow own(Actor actor, long taskId) {
        return own(actor, taskId, tasks.findByRegionIdAndId(actor.regionId(), taskId));
    }

    private TaskRow own(Actor actor, long taskId, Optional<TaskRow> task) {
        if (task.isEmpty() || !isThereFor(actor, task.get())) {
            audit.recordRefusal(
                    actor.regionId(), actor.accountId(), AuditAction.TASK_REFUSED, AuditSubject.TASK, taskId);
            throw new TaskNotFound(taskId);
        }
        return task.get();
    }

    private boolean isThereFor(Actor actor, TaskRow task) {
        if (task.state == TaskState.OPEN) {
            var mine = Audience.of(actor);
            return inbox.audiences(task.regionId, task.id).stream().anyMatch(mine::contains);
        }
        return participants.rolesOf(actor, task.transferId).contains(task.roleCode);
    }

    private static Instant dueOrNever(TaskRow task) {
        return task.dueAt == null ? Inbox.NEVER : task.dueAt;
    }

    private static Map<String, Object> texts(Map<String, Object> typed) {
        var texts = new HashMap<String, Object>();
        typed.forEach((key, value) -> {
            if (value instanceof Collection<?> || value instanceof Boolean) {
                texts.put(key, value);
            } else if (value != null) {
                texts.put(key, value.toString());
            }
        });
        return texts;
    }
}
