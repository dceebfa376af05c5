package nl.landingsbaan.platform.transfer;

/** A transfer as other modules refer to it, once access to it is settled. */
public record TransferKey(long regionId, long id, long routeVersionId, String schoolYear) {}
