package nl.landingsbaan.platform.handover;

/** What was asked of a handover cannot be done now; the message says what can. Nothing was changed. */
public class HandoverRefused extends RuntimeException {

    HandoverRefused(String message) {
        super(message);
    }
}
