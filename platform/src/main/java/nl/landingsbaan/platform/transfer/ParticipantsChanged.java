package nl.landingsbaan.platform.transfer;

/** Somebody else takes part in a transfer in this role from now on. */
public record ParticipantsChanged(long regionId, long transferId, String roleCode) {}
