package nl.landingsbaan.platform.gathering;

/** The actor cannot start this group; the message says why, in Dutch. */
public class GatheringImpossible extends RuntimeException {

    GatheringImpossible(String message) {
        super(message);
    }
}
