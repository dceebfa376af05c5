package nl.landingsbaan.platform.transfer;

/** A young person was referred and counts from now on. */
public record TransferReferred(long regionId, long transferId, String schoolYear) {}
