package nl.landingsbaan.platform.steering;

/** The actor's roles give no access to figures. */
public class FiguresRefused extends RuntimeException {

    FiguresRefused(long accountId) {
        super("Account " + accountId + " has no access to figures");
    }
}
