package nl.landingsbaan.platform.transfer;

/** A transfer ended, with the outcome code of its route. */
public record TransferEnded(long regionId, long transferId, String schoolYear, String outcome) {}
