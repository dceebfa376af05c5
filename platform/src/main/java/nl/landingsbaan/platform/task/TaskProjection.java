package nl.landingsbaan.platform.task;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.gathering.GatheringEnded;
import nl.landingsbaan.platform.people.MembershipEnded;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.ParticipantsChanged;
import nl.landingsbaan.platform.transfer.TransferEnded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The engine's steps as tasks. Everything may be told again and changes nothing then. */
@Service
@Transactional
public class TaskProjection {

    private final TaskRepository tasks;
    private final Inbox inbox;
    private final Participants participants;
    private final Routes routes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskProjection(
            TaskRepository tasks,
            Inbox inbox,
            Participants participants,
            Routes routes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.participants = participants;
        this.routes = routes;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the step behind this job is a task already, open or closed. */
    @Transactional(readOnly = true)
    public boolean knows(long jobKey) {
        return tasks.findByJobKey(jobKey).isPresent();
    }

    /**
     * A step becomes a task, if it is not one yet and nothing else of its transfer is held to be open.
     *
     * @return what else of the transfer is held to be open, and is to be looked after before the step can be opened; empty: the
     *     step is a task
     */
    public List<OpenStep> openAlone(OpenedStep opened) {
        var known = tasks.findOpenOrWithJob(opened.regionId(), opened.transferId(), opened.jobKey());
        if (known.stream().anyMatch(task -> task.jobKey == opened.jobKey())) {
            return List.of();
        }
        if (known.isEmpty()) {
            create(opened);
        }
        return known.stream().map(TaskProjection::openStep).toList();
    }

    /** The open steps of a transfer. */
    @Transactional(readOnly = true)
    public List<OpenStep> openSteps(long regionId, long transferId) {
        return tasks.openSteps(regionId, transferId);
    }

    /** A step that is not a task yet becomes one. */
    public void open(OpenedStep opened) {
        var known = tasks.findByJobKey(opened.jobKey());
        if (known.isPresent()) {
            if (known.get().state == TaskState.EXPIRED) {
                reopen(known.get());
            }
            return;
        }
        create(opened);
    }

    private void create(OpenedStep opened) {
        var step = routes.step(opened.stepId());
        var task = new TaskRow();
        task.regionId = opened.regionId();
        task.transferId = opened.transferId();
        task.stepId = opened.stepId();
        task.elementInstanceKey = opened.elementInstanceKey();
        task.jobKey = opened.jobKey();
        task.state = TaskState.OPEN;
        task.roleCode = step.roles().getFirst();
        task.dueAt = opened.dueAt();
        task.openedAt = clock.instant();
        var audiences = assign(task, step);
        tasks.saveAndFlush(task);
        inbox.put(task, audiences);
        changed(task, audiences);
        if (step.handover() != null) {
            events.publishEvent(new HandoverStepOpened(task.regionId, task.transferId, task.id, step.handover()));
        }
    }

    /** The step behind a task came back under another key: the task stays, under the new key. */
    public void adopt(long taskId, long jobKey, long elementInstanceKey) {
        var task = tasks.findById(taskId).orElseThrow();
        task.jobKey = jobKey;
        task.elementInstanceKey = elementInstanceKey;
    }

    /**
     * The day by which an open task is due has moved, because what it hangs on did. A task that somebody has postponed keeps the day that was
     * agreed on then.
     *
     * @param from the day that it had; a task that has another one keeps it
     * @return whether the task is due on the other day now
     */
    public boolean moveDue(long regionId, long transferId, long elementInstanceKey, Instant from, Instant to) {
        var found = tasks.findByRegionIdAndTransferIdAndState(regionId, transferId, TaskState.OPEN).stream()
                .filter(task -> task.elementInstanceKey == elementInstanceKey)
                .flatMap(task -> tasks.lock(regionId, task.id).stream())
                .filter(task -> task.state == TaskState.OPEN && task.postponedAt == null && from.equals(task.dueAt))
                .findFirst();
        found.ifPresent(task -> {
            task.dueAt = to;
            tasks.saveAndFlush(task);
            due(task);
        });
        return found.isPresent();
    }

    /** The engine has dropped the step behind this job: its task, if open, expires. */
    public void gone(long jobKey) {
        tasks.findByJobKey(jobKey).filter(task -> task.state == TaskState.OPEN).ifPresent(this::expire);
    }

    @EventListener
    void ended(TransferEnded ended) {
        tasks.findByRegionIdAndTransferIdAndState(ended.regionId(), ended.transferId(), TaskState.OPEN)
                .forEach(this::expire);
    }

    @EventListener
    void ended(GatheringEnded ended) {
        tasks.findByRegionIdAndTransferIdAndState(ended.regionId(), ended.gatheringId(), TaskState.OPEN)
                .forEach(this::expire);
    }

    @EventListener
    void participantsChanged(ParticipantsChanged changed) {
        tasks.openSteps(changed.regionId(), changed.transferId()).stream()
                .filter(open -> routes.step(open.stepId()).roles().contains(changed.roleCode()))
                .forEach(open -> routeAgain(changed.regionId(), open.taskId()));
    }

    /** What somebody who leaves had claimed goes back to everybody with the role. */
    @EventListener
    void left(MembershipEnded ended) {
        inbox.tasks(ended.regionId(), Audience.person(ended.accountId())).stream()
                .sorted()
                .flatMap(id -> tasks.lock(ended.regionId(), id).stream())
                .filter(task -> task.state == TaskState.OPEN
                        && routes.step(task.stepId).roles().contains(ended.roleCode()))
                .forEach(task -> route(task, routes.step(task.stepId)));
    }

    /** Unless somebody has closed it by now: what is closed stands in no list any more. */
    private void routeAgain(long regionId, long taskId) {
        tasks.lock(regionId, taskId)
                .filter(task -> task.state == TaskState.OPEN)
                .ifPresent(task -> route(task, routes.step(task.stepId)));
    }

    void expire(TaskRow task) {
        close(task, TaskState.EXPIRED, null);
    }

    void close(TaskRow task, TaskState how, Long by) {
        takeBack(task);
        task.close(how, clock.instant(), by);
        changed(task, inbox.take(task.regionId, task.id));
    }

    /** Brings a task to whoever its roles say: the named person, else everybody with the role in the organisation. */
    void route(TaskRow task, Step step) {
        deliver(task, assign(task, step));
    }

    /** Returns the audiences of a task. */
    private Set<String> assign(TaskRow task, Step step) {
        var inRoles = participants.inRoles(task.regionId, task.transferId, step.roles());
        var single = inRoles.size() == 1 ? inRoles.getFirst() : null;
        task.claimed = false;
        task.assigneeId = single == null ? null : single.accountId();
        task.roleCode = single == null ? task.roleCode : single.roleCode();
        if (!inRoles.isEmpty()) {
            return audiences(inRoles);
        }
        var standIns = participants.standIns(task.regionId, task.transferId, step.roles());
        return standIns.isEmpty()
                ? step.roles().stream().map(Audience::anybody).collect(Collectors.toSet())
                : audiences(standIns);
    }

    private static Set<String> audiences(List<Participant> participants) {
        return participants.stream().map(Audience::of).collect(Collectors.toSet());
    }

    /** A task stands in the same lists, in the place of its new due date. */
    void due(TaskRow task) {
        var audiences = inbox.take(task.regionId, task.id);
        inbox.put(task, audiences);
        changed(task, audiences);
    }

    /** Brings a task to somebody who does it for the person who takes part. */
    void lend(TaskRow task, long organisationId, long accountId) {
        deliver(task, Set.of(Audience.person(accountId)));
        participants.lend(task.regionId, task.transferId, task.id, task.roleCode, organisationId, accountId);
        task.lent = true;
    }

    private void takeBack(TaskRow task) {
        if (task.lent) {
            participants.returned(task.regionId, task.id);
            task.lent = false;
        }
    }

    void deliver(TaskRow task, Set<String> audiences) {
        takeBack(task);
        var touched = new HashSet<>(inbox.take(task.regionId, task.id));
        inbox.put(task, audiences);
        touched.addAll(audiences);
        changed(task, touched);
    }

    private void reopen(TaskRow task) {
        task.state = TaskState.OPEN;
        task.closedAt = null;
        route(task, routes.step(task.stepId));
    }

    private static OpenStep openStep(TaskRow task) {
        return new OpenStep(task.id, task.stepId, task.jobKey);
    }

    private void changed(TaskRow task, Set<String> audiences) {
        events.publishEvent(new TaskChange(task.regionId, task.transferId, task.id, audiences));
    }
}
