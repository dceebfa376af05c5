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
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.gathering.GatheringAnswers;
import nl.landingsbaan.platform.gathering.GatheringKey;
import nl.landingsbaan.platform.gathering.Gatherings;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Colleague;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.HandoverSide;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Answers;
import nl.landingsbaan.platform.transfer.FormChoices;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.Source;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What professionals do with tasks. */
@Service
@Transactional
public class Tasks {

    private final TaskRepository tasks;
    private final Inbox inbox;
    private final TaskList list;
    private final SeveralTasks several;
    private final TaskProjection projection;
    private final StepInEngine engine;
    private final Transfers transfers;
    private final Participants participants;
    private final Answers answers;
    private final FormChoices choices;
    private final Gatherings gatherings;
    private final GatheringAnswers groupAnswers;
    private final Routes routes;
    private final Regions regions;
    private final People people;
    private final AuditLog audit;
    private final Drafts drafts;
    private final List<CompletionRule> rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tasks(
            TaskRepository tasks,
            Inbox inbox,
            TaskList list,
            SeveralTasks several,
            TaskProjection projection,
            StepInEngine engine,
            Transfers transfers,
            Participants participants,
            Answers answers,
            FormChoices choices,
            Gatherings gatherings,
            GatheringAnswers groupAnswers,
            Routes routes,
            Regions regions,
            People people,
            AuditLog audit,
            Drafts drafts,
            List<CompletionRule> rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.list = list;
        this.several = several;
        this.projection = projection;
        this.engine = engine;
        this.transfers = transfers;
        this.participants = participants;
        this.answers = answers;
        this.choices = choices;
        this.gatherings = gatherings;
        this.groupAnswers = groupAnswers;
        this.routes = routes;
        this.regions = regions;
        this.people = people;
        this.audit = audit;
        this.drafts = drafts;
        this.rules = rules;
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

    /**
     * As {@link #list}, but young person by young person: all tasks of one together, those whose first task is due first in front.
     *
     * @param youngPeople of how many the tasks are given
     */
    @Transactional(readOnly = true)
    public TaskPage listByYoungPerson(Actor actor, TaskFilter filter, TaskPosition after, int youngPeople) {
        return list.pageByYoungPerson(actor, filter, after, youngPeople);
    }

    /** How much there is to do, by when. */
    @Transactional(readOnly = true)
    public TaskCounts counts(Actor actor, TaskFilter filter) {
        return list.counts(actor, filter, PlatformClock.today(clock));
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
        var form = form(task);
        return new TaskDetail(
                list.summaries(actor.regionId(), List.of(taskId)).getFirst(),
                step.why(),
                form,
                group(task)
                        .map(group -> groupAnswers.choices(actor, group, form))
                        .orElseGet(() -> choices.of(actor.regionId(), form)),
                drafts.read(task, source(actor, task).organisationId()),
                participants.of(actor.regionId(), task.transferId),
                step.handover(),
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
        if (task.lent) {
            return; // somebody has it in person already, or stands in for whoever has it
        }
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

    /**
     * Gives tasks to a colleague who holds the role in the organisation that takes part, all that can be given. Whoever takes no
     * part yet does so until the task is given back or closed. For who has the task in a list, and who coordinates.
     *
     * @param to the colleague's account; null: back to whom the task is for, which is the person who takes part, else
     *     everybody with the role
     * @return what became of each task
     */
    public List<TaskResult> reassign(Actor actor, Collection<Long> taskIds, Long to) {
        return several.reassign(actor, taskIds, to);
    }

    /** To whom at least one of these tasks can be given, by name. */
    @Transactional(readOnly = true)
    public List<Colleague> receivers(Actor actor, Collection<Long> taskIds) {
        return several.receivers(actor, taskIds);
    }

    /**
     * Gives tasks a later due date, for everybody to see. The engine's own timers stay as they are: a step that the route takes
     * away on a day is gone on that day. For who has the task in a list, and who coordinates.
     *
     * @param until the last day on which the task is in time
     * @return what became of each task
     * @throws PostponementRefused when the date has passed or there is no reason
     */
    public List<TaskResult> postpone(Actor actor, Collection<Long> taskIds, LocalDate until, String reason) {
        return several.postpone(actor, taskIds, until, reason);
    }

    /**
     * At most so many days after its due date a task can be postponed to; where that has passed, after the day on which it was
     * postponed first. The region's parameter {@code uitstel_dagen}.
     */
    public int longestPostponement(Actor actor) {
        return several.longestPostponement(actor.regionId());
    }

    /** Keeps what was typed, unchecked, so that nothing is lost. */
    public void saveDraft(Actor actor, long taskId, Map<String, Object> typed) {
        var task = own(actor, taskId);
        if (task.state == TaskState.OPEN) {
            drafts.keep(task, source(actor, task).organisationId(), typed);
        }
    }

    /**
     * Completes a task: checks and stores the answers, closes the task, and has the engine told, all or nothing.
     *
     * @throws TaskNotFound when it is not there for this actor
     * @throws TaskClosed when somebody else completed it or the route took it away
     * @throws FormRefused when something is missing or wrong
     * @throws TaskNotReady when something else has to be done first
     */
    @Transactional(noRollbackFor = TaskClosed.class)
    public void complete(Actor actor, long taskId, Map<String, Object> filledIn) {
        complete(actor, openToActor(actor, taskId), filledIn);
    }

    /**
     * Completes the open task that is this side of a transfer's handover in the name of whoever it is for, and has no account to do so.
     * A task whose form asks for more than this stays open.
     *
     * @return whether a task was completed
     */
    @Transactional(noRollbackFor = TaskClosed.class)
    public boolean completeOnBehalf(Actor actor, long transferId, HandoverSide side, Map<String, Object> filledIn) {
        var task = openSide(actor.regionId(), transferId, side)
                .flatMap(row -> tasks.lock(row.regionId, row.id))
                .filter(row -> row.state == TaskState.OPEN && answers.accepts(transfer(row), form(row), filledIn));
        task.ifPresent(row -> complete(actor, row, filledIn));
        return task.isPresent();
    }

    /** The open task that is this side of a transfer's handover, if it is there for the actor. */
    @Transactional(readOnly = true)
    public Optional<TaskDetail> handoverTask(Actor actor, long transferId, HandoverSide side) {
        return openSide(actor.regionId(), transferId, side)
                .filter(task -> isThereFor(actor, task))
                .map(task -> open(actor, task.id));
    }

    private Optional<TaskRow> openSide(long regionId, long transferId, HandoverSide side) {
        return tasks.findByRegionIdAndTransferIdAndState(regionId, transferId, TaskState.OPEN).stream()
                .filter(task -> routes.step(task.stepId).handover() == side)
                .findFirst();
    }

    private void complete(Actor actor, TaskRow task, Map<String, Object> filledIn) {
        var taskId = task.id;
        if (engine.isGone(task.jobKey)) {
            projection.expire(task);
            throw new TaskClosed(taskId, TaskState.EXPIRED);
        }
        var transfer = transfers.known(task.regionId, task.transferId);
        var variables = transfer.isPresent()
                ? answerOf(actor, transfer.get(), task, filledIn)
                : groupAnswers.record(
                        actor, group(task).orElseThrow(), form(task), taskId, filledIn, source(actor, task));
        projection.close(task, TaskState.COMPLETED, actor.accountId());
        audit.record(task.regionId, actor.accountId(), AuditAction.TASK_COMPLETED, AuditSubject.TASK, taskId);
        events.publishEvent(new TaskCompleted(task.regionId, task.transferId, taskId, task.jobKey, variables));
    }

    private Map<String, Object> answerOf(
            Actor actor, TransferKey transfer, TaskRow task, Map<String, Object> filledIn) {
        var step = routes.step(task.stepId);
        var variables = answers.record(transfer, form(task), task.id, filledIn, source(actor, task));
        if (step.handover() != null) {
            rules.forEach(rule -> rule.completing(actor, transfer, task.id, step, filledIn));
        }
        return variables;
    }

    /** The open task of this young person or group that the actor can go on with, the one due first. */
    @Transactional(readOnly = true)
    public Optional<TaskSummary> nextFor(Actor actor, long transferId) {
        return openFor(actor, transferId).stream().findFirst();
    }

    /** The open tasks of this young person or group that the actor can go on with, the one due first in front. */
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
        return firstSteps(actor, transferIds.isEmpty() ? Set.<Long>of() : participants.visible(actor, transferIds));
    }

    /** As {@link #nextSteps}, of groups. */
    @Transactional(readOnly = true)
    public Map<Long, NextStep> nextStepsOfGroups(Actor actor, Collection<Long> gatheringIds) {
        return firstSteps(actor, gatherings.visible(actor, gatheringIds));
    }

    private Map<Long, NextStep> firstSteps(Actor actor, Collection<Long> visible) {
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
        return lines(actor.regionId(), transferId);
    }

    /**
     * All tasks of a group, in the order in which they came.
     *
     * @throws nl.landingsbaan.platform.gathering.GatheringNotFound when the group is not there for this actor
     */
    @Transactional(readOnly = true)
    public List<TaskLine> wayOfGroup(Actor actor, long gatheringId) {
        gatherings.find(actor, gatheringId);
        return lines(actor.regionId(), gatheringId);
    }

    private List<TaskLine> lines(long regionId, long subjectId) {
        var rows = tasks.findByRegionIdAndTransferIdOrderByOpenedAt(regionId, subjectId);
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
        return participants.rolesOf(actor, task.transferId).contains(task.roleCode)
                || group(task)
                        .filter(group -> gatherings.rolesOf(actor, group).contains(task.roleCode))
                        .isPresent();
    }

    /** The group that the task is about; empty when it is about a young person. */
    private Optional<GatheringKey> group(TaskRow task) {
        return regions.region(task.regionId).settings().groups().isEmpty()
                ? Optional.empty()
                : gatherings.find(task.regionId, task.transferId);
    }

    private TransferKey transfer(TaskRow task) {
        return transfers.find(task.regionId, task.transferId);
    }

    private Form form(TaskRow task) {
        var step = routes.step(task.stepId);
        return routes.form(step.routeVersionId(), step.formId());
    }

    /** Who works on the task, for which organisation. */
    private Source source(Actor actor, TaskRow task) {
        return group(task)
                .map(group -> gatherings.source(actor, group, Set.of(task.roleCode)))
                .orElseGet(() -> participants.source(actor, task.transferId, Set.of(task.roleCode)));
    }

    private static Instant dueOrNever(TaskRow task) {
        return task.dueAt == null ? Inbox.NEVER : task.dueAt;
    }
}
