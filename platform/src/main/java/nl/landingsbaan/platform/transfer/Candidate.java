package nl.landingsbaan.platform.transfer;

/**
 * Somebody who could take part in a transfer.
 *
 * @param load the young people under way whom this person accompanies in the role
 * @param maximum the most at a time; null: no maximum
 */
public record Candidate(
        long accountId,
        String displayName,
        long organisationId,
        String organisationName,
        String roleCode,
        int load,
        Integer maximum) {

    /** Whether one more young person would be more than the maximum. */
    public boolean isFull() {
        return maximum != null && load >= maximum;
    }
}
