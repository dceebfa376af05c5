package nl.landingsbaan.platform.gathering;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.region.GroupRule;
import nl.landingsbaan.platform.region.Organisation;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.transfer.Source;
import org.springframework.stereotype.Component;

/** Who has to do with groups: whoever holds a role that its process asks for, where the region names an organisation in that one. */
@Component
class Seats {

    private static final Set<StepKind> WORK = Set.of(StepKind.USER_TASK, StepKind.GROUP_START);

    private final Regions regions;
    private final Routes routes;

    Seats(Regions regions, Routes routes) {
        this.regions = regions;
        this.routes = routes;
    }

    /** The roles in which the actor takes part in groups of this kind. */
    Set<String> rolesOf(Actor actor, GroupRule rule, long routeVersionId) {
        return routes.steps(routeVersionId, rule.processId()).stream()
                .filter(step -> WORK.contains(step.kind()))
                .map(Step::roles)
                .flatMap(Collection::stream)
                .distinct()
                .filter(role -> memberships(actor, rule, role).findAny().isPresent())
                .collect(Collectors.toSet());
    }

    /** Whether the actor may see groups of this kind: takes part in them, or coordinates in the region. */
    boolean maySee(Actor actor, GroupRule rule, long routeVersionId) {
        return actor.may(Right.COORDINATE)
                || !rolesOf(actor, rule, routeVersionId).isEmpty();
    }

    /** For which organisation the actor acts in one of these roles. */
    Source source(Actor actor, GroupRule rule, Collection<String> roleCodes) {
        return new Source(
                actor.accountId(),
                roleCodes.stream()
                        .flatMap(role -> memberships(actor, rule, role))
                        .findFirst()
                        .orElseGet(() -> actor.memberships().getFirst())
                        .organisationId());
    }

    private Stream<Membership> memberships(Actor actor, GroupRule rule, String role) {
        var organisation = Optional.ofNullable(rule.participants().get(role))
                .flatMap(code -> regions.organisations(actor.regionId()).stream()
                        .filter(each -> each.code().equals(code))
                        .map(Organisation::id)
                        .findFirst());
        return actor.memberships().stream()
                .filter(held -> held.role().code().equals(role)
                        && organisation.map(id -> id == held.organisationId()).orElse(true));
    }
}
