package nl.landingsbaan.platform.transfer;

/**
 * Somebody else takes part in a transfer in this role, because a colleague arranged it.
 *
 * @param from who took part before; null: everybody with the role
 * @param to who takes part now; null: everybody with the role
 * @param by who arranged it
 */
public record ParticipantReplaced(
        long regionId, long transferId, String roleCode, Long from, Long to, long by, ReplacementReason reason) {}
