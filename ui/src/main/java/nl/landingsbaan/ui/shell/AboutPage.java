package nl.landingsbaan.ui.shell;

import nl.landingsbaan.platform.task.About;

/** The page of whom or what a task is about. */
public final class AboutPage {

    private AboutPage() {}

    /** Its address, within the application. */
    public static String of(About about) {
        return switch (about) {
            case About.YoungPerson person -> "dossier/" + person.id();
            case About.Group group -> "groep/" + group.id();
        };
    }
}
