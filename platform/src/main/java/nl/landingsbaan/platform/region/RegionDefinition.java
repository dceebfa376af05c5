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
        List<SchoolYear> calendar,
        SchoolHolidays holidays) {

    /** A region that does not say when its schools are closed. */
    public RegionDefinition(
            String code,
            String name,
            String programme,
            RegionSettings settings,
            List<Role> roles,
            List<NewOrganisation> organisations,
            List<SchoolYear> calendar) {
        this(code, name, programme, settings, roles, organisations, calendar, SchoolHolidays.NONE);
    }

    /** The same region with other settings. */
    public RegionDefinition with(RegionSettings other) {
        return new RegionDefinition(code, name, programme, other, roles, organisations, calendar, holidays);
    }

    /** The same region with these holidays. */
    public RegionDefinition with(SchoolHolidays other) {
        return new RegionDefinition(code, name, programme, settings, roles, organisations, calendar, other);
    }

    /** An organisation that has no id yet. */
    public record NewOrganisation(String code, String name, OrganisationKind kind) {}
}
