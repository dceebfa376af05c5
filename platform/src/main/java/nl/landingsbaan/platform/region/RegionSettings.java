package nl.landingsbaan.platform.region;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a region sets without a programmer.
 *
 * @param smallCellThreshold figures on fewer young people than this are withheld
 * @param parameters numbers and codes that the route reads as {@code parameters.*}
 * @param participants who takes part from the start: role code to organisation code, or {@code school} for the organisation
 *     that refers
 * @param measures the funnel, in order
 * @param outcomes what each outcome code of the route is called
 * @param outdatedAfterMonths a value older than this shows as outdated
 * @param retentionMonths a dossier is erased this long after the transfer has ended
 * @param entryUntil the anchor of a school year until which whoever is referred belongs to that year
 * @param groups what is done with more than one young person at a time
 * @param caseload the most young people that somebody in a role accompanies at a time; roles without a maximum are absent
 */
public record RegionSettings(
        int smallCellThreshold,
        Map<String, Object> parameters,
        Map<String, String> participants,
        List<Measure> measures,
        Map<String, String> outcomes,
        Sharing sharing,
        ContactRules contact,
        int outdatedAfterMonths,
        int retentionMonths,
        Map<String, Integer> caseload,
        String entryUntil,
        List<GroupRule> groups) {

    public static final int OUTDATED_AFTER_MONTHS = 12;
    public static final int RETENTION_MONTHS = 24;
    public static final String ENTRY_UNTIL = "kerst";

    public RegionSettings {
        entryUntil = entryUntil == null ? ENTRY_UNTIL : entryUntil; // what was stored before regions could choose
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    /** A region that leaves sharing, contact, retention, caseload and entry as they come. */
    public RegionSettings(
            int smallCellThreshold,
            Map<String, Object> parameters,
            Map<String, String> participants,
            List<Measure> measures,
            Map<String, String> outcomes) {
        this(
                smallCellThreshold,
                parameters,
                participants,
                measures,
                outcomes,
                Sharing.DEFAULT,
                ContactRules.DEFAULT,
                OUTDATED_AFTER_MONTHS,
                RETENTION_MONTHS,
                Map.of(),
                ENTRY_UNTIL,
                List.of());
    }

    /** The same settings with other parameters. */
    public RegionSettings with(Map<String, Object> otherParameters) {
        return new RegionSettings(
                smallCellThreshold,
                otherParameters,
                participants,
                measures,
                outcomes,
                sharing,
                contact,
                outdatedAfterMonths,
                retentionMonths,
                caseload,
                entryUntil,
                groups);
    }

    /** The rule of the groups with this code. */
    public Optional<GroupRule> group(String code) {
        return groups.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }
}
