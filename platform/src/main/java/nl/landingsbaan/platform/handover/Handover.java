package nl.landingsbaan.platform.handover;

import java.time.Instant;

/**
 * One version of a handover, without what is in it.
 *
 * @param number from 1; a handover that was given back is followed by the next
 * @param sentAt null while nothing is sent
 * @param closedBy who took over, gave back or recorded what was told; null before
 * @param closedForId the organisation for which
 * @param toldBy name and function of who confirmed by word of mouth; else null
 */
record Handover(
        long id,
        long regionId,
        long transferId,
        int number,
        HandoverState state,
        long senderOrganisationId,
        Long sentBy,
        Instant sentAt,
        Long closedBy,
        Long closedForId,
        Instant closedAt,
        String toldBy,
        String returnReason) {}
