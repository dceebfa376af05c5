package nl.landingsbaan.platform.admission;

/** A file that cannot be read as a class; the message says why and what to do, in Dutch. */
public class ClassFileRefused extends RuntimeException {

    ClassFileRefused(String message) {
        super(message);
    }
}
