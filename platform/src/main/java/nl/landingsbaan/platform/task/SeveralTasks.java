package nl.landingsbaan.platform.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.gathering.Gatherings;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Colleague;
import nl.landingsbaan.platform.people.Coordination;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.TaskResult.Refusal;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import org.springframework.stereotype.Component;

/** Does the same with several tasks at once, each for itself: what cannot be done with one is done with the others. */
@Component
class SeveralTasks {

    /** So many days a task can be postponed where the region sets no {@code uitstel_dagen}. */
    static final int POSTPONE_DAYS = 14;

    private static final String POSTPONE_PARAMETER = "uitstel_dagen";
    private static final int LONGEST_REASON = 300;

    private final TaskRepository tasks;
    private final Inbox inbox;
    private final TaskProjection projection;
    private final Participants participants;
    private final Gatherings gatherings;
    private final Coordination coordination;
    private final Routes routes;
    private final Regions regions;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    SeveralTasks(
            TaskRepository tasks,
            Inbox inbox,
            TaskProjection projection,
            Participants participants,
            Gatherings gatherings,
            Coordination coordination,
            Routes routes,
            Regions regions,
            People people,
            AuditLog audit,
            Clock clock) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.projection = projection;
        this.participants = participants;
        this.gatherings = gatherings;
        this.coordination = coordination;
        this.routes = routes;
        this.regions = regions;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    List<TaskResult> reassign(Actor actor, Collection<Long> taskIds, Long to) {
        var roles = to == null ? List.<Membership>of() : people.memberships(actor.regionId(), to);
        return each(actor, taskIds, task -> reassign(actor, task, to, roles));
    }

    List<TaskResult> postpone(Actor actor, Collection<Long> taskIds, LocalDate until, String reason) {
        if (until == null) {
            throw new PostponementRefused("datum", "Kies de nieuwe datum.");
        }
        if (until.isBefore(today())) {
            throw new PostponementRefused("datum", "Deze dag is al voorbij. Kies een latere datum.");
        }
        if (reason == null || reason.isBlank()) {
            throw new PostponementRefused("reden", "Vul in waarom het later wordt.");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new PostponementRefused(
                    "reden", "De reden is te lang. Gebruik hoogstens " + LONGEST_REASON + " tekens.");
        }
        return each(actor, taskIds, task -> postpone(actor, task, until, reason.strip()));
    }

    int longestPostponement(long regionId) {
        return regions.region(regionId).settings().parameters().get(POSTPONE_PARAMETER) instanceof Number days
                ? days.intValue()
                : POSTPONE_DAYS;
    }

    List<Colleague> receivers(Actor actor, Collection<Long> taskIds) {
        return taskIds.stream()
                .sorted()
                .map(id -> tasks.findByRegionIdAndId(actor.regionId(), id))
                .flatMap(Optional::stream)
                .filter(task -> task.state == TaskState.OPEN && mayArrange(actor, task))
                .flatMap(this::receivers)
                .distinct()
                .sorted(Comparator.comparing(Colleague::displayName))
                .toList();
    }

    private Stream<Colleague> receivers(TaskRow task) {
        var roles = routes.step(task.stepId).roles();
        var inRoles = participants.inRoles(task.regionId, task.transferId, roles);
        return roles.stream()
                .flatMap(role -> people.holding(task.regionId, role).stream())
                .filter(colleague -> inRoles.isEmpty()
                        || inRoles.stream()
                                .anyMatch(participant -> participant.roleCode().equals(colleague.roleCode())
                                        && participant.organisationId() == colleague.organisationId()));
    }

    /**
     * The tasks that lie with somebody in person go to the successors in turn where one holds the role, else to whom they are
     * for.
     */
    void takeFrom(Actor actor, long leaver, Collection<Long> organisationIds, Collection<Long> successors) {
        var turn = new ArrayList<>(successors);
        for (var id : inbox.tasks(actor.regionId(), Audience.person(leaver)).stream()
                .sorted()
                .toList()) {
            var task = tasks.lock(actor.regionId(), id).orElseThrow();
            if (task.state != TaskState.OPEN) {
                continue; // done while this waited for it
            }
            var step = routes.step(task.stepId);
            var inRoles = participants.inRoles(task.regionId, task.transferId, step.roles());
            if (!inRoles.isEmpty()
                    && inRoles.stream().noneMatch(each -> organisationIds.contains(each.organisationId()))) {
                continue;
            }
            var given = turn.stream()
                    .filter(successor -> successor != leaver
                            && reassign(actor, task, successor, people.memberships(actor.regionId(), successor))
                                    == null)
                    .findFirst();
            if (given.isPresent()) {
                turn.remove(given.get());
                turn.add(given.get());
            } else {
                reassign(actor, task, null, List.of());
            }
        }
    }

    private List<TaskResult> each(Actor actor, Collection<Long> taskIds, Function<TaskRow, Refusal> action) {
        var results = new ArrayList<TaskResult>();
        // Always in the same order, so that two who do this at once wait for each other and not both for ever.
        for (var id : taskIds.stream().distinct().sorted().toList()) {
            var task = tasks.lock(actor.regionId(), id).filter(row -> mayArrange(actor, row));
            if (task.isEmpty()) {
                audit.recordRefusal(
                        actor.regionId(), actor.accountId(), AuditAction.TASK_REFUSED, AuditSubject.TASK, id);
            }
            results.add(new TaskResult(id, task.isEmpty() ? Refusal.NOT_THERE : refusal(task.get(), action)));
        }
        return results;
    }

    private static Refusal refusal(TaskRow task, Function<TaskRow, Refusal> action) {
        return task.state == TaskState.OPEN ? action.apply(task) : Refusal.CLOSED;
    }

    private Refusal reassign(Actor actor, TaskRow task, Long to, List<Membership> roles) {
        var step = routes.step(task.stepId);
        if (to == null) {
            projection.route(task, step);
        } else {
            var inRoles = participants.inRoles(task.regionId, task.transferId, step.roles());
            var asWhom = inRoles.isEmpty()
                    ? roles.stream()
                            .filter(held -> step.roles().contains(held.role().code()))
                            .findFirst()
                    : roles.stream()
                            .filter(held -> inRoles.stream().anyMatch(participant -> isOf(participant, held)))
                            .findFirst();
            if (asWhom.isEmpty()) {
                return Refusal.NO_ROLE;
            }
            assign(task, to, asWhom.get(), inRoles);
        }
        audit.record(task.regionId, actor.accountId(), AuditAction.TASK_REASSIGNED, AuditSubject.TASK, task.id);
        return null;
    }

    private void assign(TaskRow task, long to, Membership asWhom, List<Participant> inRoles) {
        var takesPart = inRoles.stream()
                .filter(participant -> isOf(participant, asWhom))
                .anyMatch(participant -> participant.accountId() == null || participant.accountId() == to);
        task.roleCode = asWhom.role().code();
        task.assigneeId = to;
        task.claimed = true;
        if (takesPart) {
            projection.deliver(task, Set.of(Audience.person(to)));
        } else {
            projection.lend(task, asWhom.organisationId(), to);
        }
    }

    private Refusal postpone(Actor actor, TaskRow task, LocalDate until, String reason) {
        if (task.dueAt == null) {
            return Refusal.NO_DUE_DATE;
        }
        var due = PlatformClock.endOf(until);
        if (!due.isAfter(task.dueAt)) {
            return Refusal.NOT_LATER;
        }
        var original = task.originalDueAt == null ? task.dueAt : task.originalDueAt;
        var first = task.postponedAt == null ? clock.instant() : task.postponedAt;
        var countedFrom = day(original.isAfter(first) ? original : first);
        if (until.isAfter(countedFrom.plusDays(longestPostponement(task.regionId)))) {
            return Refusal.TOO_FAR;
        }
        task.originalDueAt = original;
        task.postponedAt = first;
        task.postponedBy = actor.accountId();
        task.postponeReason = reason;
        task.dueAt = due;
        projection.due(task);
        audit.record(task.regionId, actor.accountId(), AuditAction.TASK_POSTPONED, AuditSubject.TASK, task.id);
        return null;
    }

    /** Whoever has the task in a list, and whoever coordinates for those whose task it is. */
    private boolean mayArrange(Actor actor, TaskRow task) {
        var mine = Audience.of(actor);
        if (task.state == TaskState.OPEN
                ? inbox.audiences(task.regionId, task.id).stream().anyMatch(mine::contains)
                : participants.rolesOf(actor, task.transferId).contains(task.roleCode)) {
            return true;
        }
        if (!actor.may(Right.COORDINATE)
                || !participants.maySee(actor, task.transferId) && !gatherings.maySee(actor, task.transferId)) {
            return false;
        }
        var inRoles = participants.inRoles(
                task.regionId, task.transferId, routes.step(task.stepId).roles());
        var covered = coordination.organisations(actor);
        return inRoles.isEmpty()
                || inRoles.stream().anyMatch(participant -> covered.contains(participant.organisationId()));
    }

    private static boolean isOf(Participant participant, Membership held) {
        return participant.roleCode().equals(held.role().code())
                && participant.organisationId() == held.organisationId();
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, PlatformClock.ZONE);
    }
}
