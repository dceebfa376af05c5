package nl.landingsbaan.platform.route;

/** Where a version stands between author and engine. */
public enum RouteState {
    /** Checked and stored; waits for the engine. */
    PUBLISHED,
    /** Deployed: transfers can start on it. */
    LIVE,
    /** Refused by the engine. */
    REJECTED
}
