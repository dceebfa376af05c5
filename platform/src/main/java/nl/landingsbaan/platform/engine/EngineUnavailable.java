package nl.landingsbaan.platform.engine;

/** The engine cannot be reached now; what was to be said is said again later. */
class EngineUnavailable extends RuntimeException {

    EngineUnavailable(String message) {
        super(message);
    }
}
