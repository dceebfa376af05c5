package nl.landingsbaan.proof;

/** What the scenario asks for is not so. */
final class Otherwise extends RuntimeException {

    Otherwise(String message) {
        super(message);
    }
}
