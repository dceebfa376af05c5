package nl.landingsbaan.platform.consent;

/**
 * Who something is shared with: an organisation of the region, or the young person's parents, who are outsiders to it like any
 * other (story 000 §7 nr 35).
 *
 * @param organisationId null for the parents
 */
public record Receiver(Long organisationId) {

    public static final Receiver PARENTS = new Receiver(null);

    public static Receiver organisation(long id) {
        return new Receiver(id);
    }

    public boolean isParents() {
        return organisationId == null;
    }
}
