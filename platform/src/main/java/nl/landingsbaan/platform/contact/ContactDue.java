package nl.landingsbaan.platform.contact;

/** Contact with a young person that falls due, or is overdue. */
public record ContactDue(String firstName, String lastName, ContactStanding standing) {

    public long transferId() {
        return standing.transferId();
    }
}
