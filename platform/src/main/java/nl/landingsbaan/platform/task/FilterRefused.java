package nl.landingsbaan.platform.task;

/** A filter cannot be kept under this name; the message says why and what to do, in Dutch. */
public class FilterRefused extends RuntimeException {

    FilterRefused(String message) {
        super(message);
    }
}
