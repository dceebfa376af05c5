package nl.landingsbaan.platform.privacy;

/** There is no such request for whoever asks. */
public class RequestNotFound extends RuntimeException {

    RequestNotFound(long number) {
        super("Geen verzoek " + number);
    }
}
