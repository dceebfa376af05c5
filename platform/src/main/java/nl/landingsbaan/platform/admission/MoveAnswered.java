package nl.landingsbaan.platform.admission;

/**
 * What became of a move, for the region that sent it.
 *
 * @param senderId the account of whoever sent it
 * @param state taken over, refused or expired
 */
public record MoveAnswered(long regionId, long transferId, long moveId, long senderId, MoveState state) {}
