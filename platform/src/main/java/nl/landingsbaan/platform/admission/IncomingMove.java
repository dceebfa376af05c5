package nl.landingsbaan.platform.admission;

import java.time.Instant;
import java.util.Set;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.region.OrganisationKind;

/**
 * A young person who wants to come to this region, without who it is: that is for who takes over.
 *
 * @param schoolKind the kind of school that the young person comes from
 * @param age in years, when it was sent
 * @param categories what goes along
 */
public record IncomingMove(
        long id,
        String fromRegion,
        OrganisationKind schoolKind,
        String schoolYear,
        int age,
        Set<Category> categories,
        Instant sentAt) {}
