package nl.landingsbaan.platform.admission;

/** Nobody of the class was referred; the message says why and what to do, in Dutch. */
public class ClassImportRefused extends RuntimeException {

    ClassImportRefused(String message) {
        super(message);
    }
}
