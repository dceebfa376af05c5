package nl.landingsbaan.platform.handover;

import java.time.Instant;
import java.util.List;

/**
 * How far one version of a handover is, and who did what.
 *
 * @param closedBy who took over, gave back, or recorded what was told; null before
 * @param toldBy name and function of who confirmed by word of mouth
 * @param returnReason null unless given back, and for who is neither sender nor receiver
 */
public record HandoverVersion(
        int number,
        HandoverState state,
        Instant sentAt,
        String sentBy,
        String senderOrganisation,
        List<ReceiverStatus> receivers,
        Instant closedAt,
        String closedBy,
        String closedFor,
        String toldBy,
        String returnReason) {

    /**
     * @param person null: everybody with the role in the organisation
     * @param readings who of the organisation opened it, the first one in front
     */
    public record ReceiverStatus(String organisation, String role, String person, List<ReadBy> readings) {}

    public record ReadBy(String name, Instant at) {}
}
