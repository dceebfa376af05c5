package nl.landingsbaan.servers;

/** A local server could not be started; the message says why and what to do about it. */
public final class ServerStartException extends RuntimeException {

    ServerStartException(String message) {
        super(message);
    }

    ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
