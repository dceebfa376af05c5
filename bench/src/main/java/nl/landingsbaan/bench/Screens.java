package nl.landingsbaan.bench;

import java.nio.file.Path;

/** The application in a process of its own, and browsers with its screens open. */
final class Screens {

    Screens(Servers servers, World world, Path application) {}

    void measure(Options options, Report report) {
        report.missed("heap per open screen", "not there yet");
    }
}
