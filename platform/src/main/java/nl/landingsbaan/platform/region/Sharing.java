package nl.landingsbaan.platform.region;

import java.util.List;
import java.util.Set;

/**
 * What a region has agreed on about sharing.
 *
 * @param validMonths how long a consent lasts when nothing shorter is agreed
 * @param showsWithheld whether a receiver sees that the young person chose not to share a category
 * @param withoutConsent the codes of the categories that every participant sees
 * @param consenters who gives consent, by age, youngest first
 * @param purposes what may be shared for; a role asks for the purposes that name it
 */
public record Sharing(
        int validMonths,
        boolean showsWithheld,
        Set<String> withoutConsent,
        List<Consenters> consenters,
        List<Purpose> purposes) {

    /** For a region that says nothing: only who it is about is shared, and from 16 on the young person decides (UAVG, art. 5). */
    public static final Sharing DEFAULT = new Sharing(
            12,
            true,
            Set.of("identificatie"),
            List.of(new Consenters(0, false, true), new Consenters(16, true, false)),
            List.of(new Purpose("overstap", "De overstap naar het mbo", Set.of())));

    /** Whose consent is needed from this age in years on; at least one of the two. */
    public record Consenters(int fromAge, boolean youngPerson, boolean parents) {}

    /** @param roles the roles that work for this purpose; empty: every role */
    public record Purpose(String code, String name, Set<String> roles) {

        public boolean isOf(String roleCode) {
            return roles.isEmpty() || roles.contains(roleCode);
        }
    }

    /** Whose consent is needed at this age. */
    public Consenters consentersAt(int age) {
        return consenters.stream()
                .filter(each -> each.fromAge() <= age)
                .reduce((younger, older) -> older)
                .orElse(consenters.getFirst());
    }
}
