package nl.landingsbaan.platform.transfer;

import java.time.Clock;
import java.util.List;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.RouteVersion;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.stereotype.Component;

/** Where young people come onto a region's route: the current version, its form, the schools and the school year. */
@Component
class Entrances {

    private final Routes routes;
    private final Regions regions;
    private final FormChoices choices;
    private final Clock clock;

    Entrances(Routes routes, Regions regions, FormChoices choices, Clock clock) {
        this.routes = routes;
        this.regions = regions;
        this.choices = choices;
        this.clock = clock;
    }

    /**
     * For the actor's own schools.
     *
     * @throws ReferralImpossible when the actor may not refer, or the region has no route or school year to refer to
     */
    Entrance ofReferrer(Actor actor) {
        var version = currentRoute(actor, Right.REFER);
        var start = start(version);
        return entrance(actor, actor.accountId(), version, start, schools(actor, start));
    }

    /**
     * For every organisation of the region, for whoever takes over a young person from another region.
     *
     * @throws ReferralImpossible when the actor does not coordinate, or the region has no route or school year
     */
    Entrance ofCoordinator(Actor coordinator) {
        var version = currentRoute(coordinator, Right.COORDINATE);
        var start = start(version);
        var role = regions.roles(coordinator.regionId()).get(startRole(start));
        var everywhere = regions.organisations(coordinator.regionId()).stream()
                .map(each -> new Membership(each.id(), each.name(), role))
                .toList();
        return entrance(coordinator, null, version, start, everywhere);
    }

    /** The form to fill in at an entrance. */
    ReferralForm form(Entrance entrance) {
        return new ReferralForm(
                entrance.form(),
                choices.of(entrance.actor().regionId(), entrance.form()),
                entrance.schools(),
                entrance.year());
    }

    private Entrance entrance(
            Actor actor, Long referrerId, RouteVersion version, Step start, List<Membership> schools) {
        return new Entrance(
                actor, referrerId, version, routes.form(version.id(), start.formId()), schools, startingYear(actor));
    }

    private static String startRole(Step start) {
        return start.roles().iterator().next();
    }

    private RouteVersion currentRoute(Actor actor, Right right) {
        if (!actor.may(right)) {
            throw new ReferralImpossible("U kunt met uw rol geen jongere aanmelden.");
        }
        return routes.current(actor.regionId())
                .orElseThrow(() -> new ReferralImpossible(
                        "Deze regio heeft nog geen route. Vraag de regiobeheerder om er een te publiceren."));
    }

    private Step start(RouteVersion version) {
        return routes.steps(version.id()).stream()
                .filter(step -> step.kind() == StepKind.START)
                .findFirst()
                .orElseThrow();
    }

    private List<Membership> schools(Actor actor, Step start) {
        var schools = actor.memberships().stream()
                .filter(membership -> membership.role().rights().contains(Right.REFER)
                        && start.roles().contains(membership.role().code()))
                .toList();
        if (schools.isEmpty()) {
            throw new ReferralImpossible("U kunt met uw rol geen jongere aanmelden.");
        }
        return schools;
    }

    private SchoolYear startingYear(Actor actor) {
        return regions.startingAfter(actor.regionId(), PlatformClock.today(clock))
                .orElseThrow(
                        () -> new ReferralImpossible(
                                "De schoolkalender loopt niet ver genoeg door. Vraag de regiobeheerder om het volgende schooljaar."));
    }
}
