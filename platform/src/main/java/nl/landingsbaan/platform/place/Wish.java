package nl.landingsbaan.platform.place;

/**
 * The engine has come to where a place is needed, and waits.
 *
 * @param elementInstanceKey of the stretch for which it is needed
 * @param jobKey of the job that is completed once there is a place
 */
public record Wish(long regionId, long transferId, String code, long elementInstanceKey, long jobKey) {}
