package nl.landingsbaan.platform.notify;

/** Somebody has messages that were not there, or read some. */
public record MessagesChanged(long regionId, long accountId) {}
