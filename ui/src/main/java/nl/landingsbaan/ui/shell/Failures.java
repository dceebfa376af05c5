package nl.landingsbaan.ui.shell;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes unexpected failures to the log under a reference that the user sees. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Failures() {}

    /** Returns the reference, for people to pass on. */
    static String record(Throwable failure) {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        var reference = HexFormat.of().withUpperCase().formatHex(bytes);
        log.error("Failure {}", reference, failure);
        return reference;
    }
}
