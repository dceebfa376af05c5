package nl.landingsbaan.platform.transfer;

/** The value is not there for this actor, or is not theirs to correct. */
public class CorrectionRefused extends RuntimeException {

    CorrectionRefused(String key) {
        super("Field " + key + " cannot be corrected by this actor");
    }
}
