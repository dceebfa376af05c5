package nl.landingsbaan.platform.transfer;

import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.consent.Receiver;

/**
 * Through whose eyes a dossier is seen.
 *
 * @param accountId the person; null for an organisation as a whole ("bekijk als") and for the parents
 * @param seats for which organisations in which roles; empty: sees nothing, unless it is the parents who look
 * @param parents the young person's parents look, who hold no role and have no account
 */
public record Viewer(Long accountId, Set<Seat> seats, boolean parents) {

    /** What the parents may be told. */
    public static final Viewer PARENTS = new Viewer(null, Set.of(), true);

    /**
     * One role in one organisation.
     *
     * @param takesPart false: coordinates for an organisation that takes part
     */
    public record Seat(long organisationId, String roleCode, boolean takesPart) {

        Receiver receiver() {
            return Receiver.organisation(organisationId);
        }
    }

    public Viewer {
        seats = Set.copyOf(seats);
    }

    /** The roles in which the viewer takes part. */
    public Set<String> roleCodes() {
        return seats.stream().filter(Seat::takesPart).map(Seat::roleCode).collect(Collectors.toSet());
    }

    /** The organisations for which the viewer takes part or coordinates. */
    public Set<Long> organisationIds() {
        return seats.stream().map(Seat::organisationId).collect(Collectors.toSet());
    }

    /** Whether the person coordinates for an organisation that takes part. */
    public boolean coordinates() {
        return seats.stream().anyMatch(seat -> !seat.takesPart());
    }
}
