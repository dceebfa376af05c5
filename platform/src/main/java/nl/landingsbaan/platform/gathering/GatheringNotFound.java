package nl.landingsbaan.platform.gathering;

/** The group is not there for this actor: it does not exist, is another region's, or is none of the actor's business. */
public class GatheringNotFound extends RuntimeException {

    public GatheringNotFound(long gatheringId) {
        super("Groep " + gatheringId + " is niet gevonden");
    }
}
