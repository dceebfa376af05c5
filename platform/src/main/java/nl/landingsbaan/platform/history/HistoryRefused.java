package nl.landingsbaan.platform.history;

/** What was asked cannot be done, as a whole; the message says why and what to do, in Dutch. */
public class HistoryRefused extends RuntimeException {

    HistoryRefused(String message) {
        super(message);
    }
}
