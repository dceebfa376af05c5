package nl.landingsbaan.platform.transfer;

/** Nobody can be referred here and now; the message says why and what to do, in Dutch. */
public class ReferralImpossible extends RuntimeException {

    public ReferralImpossible(String message) {
        super(message);
    }
}
