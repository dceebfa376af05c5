package nl.landingsbaan.platform.region;

import java.util.List;

/** Everything about a region that is laid down in its folder, ready to be stored. */
public record RegionDefinition(
        String code,
        String name,
        String programme,
        RegionSettings settings,
        List<Role> roles,
        List<NewOrganisation> organisations,
        List<SchoolYear> calendar) {

    /** An organisation that has no id yet. */
    public record NewOrganisation(String code, String name, OrganisationKind kind) {}
}
