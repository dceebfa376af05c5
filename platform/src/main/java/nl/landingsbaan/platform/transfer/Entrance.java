package nl.landingsbaan.platform.transfer;

import java.util.List;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.RouteVersion;

/**
 * What is the same for everybody whom the actor brings onto the region's route now.
 *
 * @param referrerId account of who referred; null for who comes from another region
 */
record Entrance(
        Actor actor, Long referrerId, RouteVersion version, Form form, List<Membership> schools, SchoolYear year) {}
