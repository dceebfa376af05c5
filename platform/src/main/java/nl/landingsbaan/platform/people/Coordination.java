package nl.landingsbaan.platform.people;

import java.util.HashSet;
import java.util.Set;
import nl.landingsbaan.platform.region.Organisation;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import org.springframework.stereotype.Component;

/**
 * For which organisations somebody coordinates: the own ones; and all of the region for whoever coordinates the programme,
 * which is the organisation that the region has named as a participant in that role in every transfer.
 */
@Component
public class Coordination {

    private final Regions regions;

    Coordination(Regions regions) {
        this.regions = regions;
    }

    /** The ids of the organisations for which the actor coordinates; empty: for none. */
    public Set<Long> organisations(Actor actor) {
        var covered = new HashSet<Long>();
        for (var membership : actor.memberships()) {
            if (!membership.role().rights().contains(Right.COORDINATE)) {
                continue;
            }
            covered.add(membership.organisationId());
            if (isProgramme(actor.regionId(), membership)) {
                regions.organisations(actor.regionId()).stream()
                        .map(Organisation::id)
                        .forEach(covered::add);
            }
        }
        return covered;
    }

    /** Whether the actor coordinates for this organisation. */
    public boolean covers(Actor actor, long organisationId) {
        return organisations(actor).contains(organisationId);
    }

    /** Whether the actor coordinates for the programme, and so for all of the region. */
    public boolean coversAll(Actor actor) {
        return actor.memberships().stream()
                .anyMatch(membership -> membership.role().rights().contains(Right.COORDINATE)
                        && isProgramme(actor.regionId(), membership));
    }

    private boolean isProgramme(long regionId, Membership membership) {
        var fixed = regions.region(regionId)
                .settings()
                .participants()
                .get(membership.role().code());
        return regions.organisation(regionId, membership.organisationId())
                .filter(organisation -> organisation.code().equals(fixed))
                .isPresent();
    }
}
