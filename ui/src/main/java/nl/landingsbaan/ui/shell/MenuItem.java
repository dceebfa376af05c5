package nl.landingsbaan.ui.shell;

import java.util.Arrays;
import java.util.List;
import nl.landingsbaan.platform.region.Right;

/** The screens that the menu leads to, in order. */
public enum MenuItem {
    TASKS("taken", Right.WORK),
    AGENDA("agenda", Right.WORK, Right.COORDINATE),
    TRANSFERS("jongeren", Right.WORK, Right.COORDINATE),
    GROUPS("groepen", Right.WORK, Right.COORDINATE),
    REFER("aanmelden", Right.REFER),
    TEAM("team", Right.COORDINATE),
    PLACES("plekken", Right.COORDINATE, Right.ADMINISTER),
    REQUESTS("verzoeken", Right.COORDINATE, Right.ADMINISTER),
    THROUGHPUT("doorstroom", Right.STEER, Right.COORDINATE),
    CALENDAR("kalender", Right.ADMINISTER),
    HISTORY("geschiedenis", Right.ADMINISTER),
    STAFF("medewerkers", Right.ADMINISTER);

    private final String path;
    private final Right[] rights;

    MenuItem(String path, Right... rights) {
        this.path = path;
        this.rights = rights;
    }

    /** The path of the screen, which is also the key of its name: {@code menu.<path>}. */
    public String path() {
        return path;
    }

    /** Whether a screen that is not in the menu belongs under this item. */
    boolean owns(String firstSegment) {
        return switch (this) {
            case TASKS -> firstSegment.equals("taak");
            case TRANSFERS ->
                firstSegment.equals("dossier")
                        || firstSegment.equals("te-lang-geen-contact")
                        || firstSegment.equals("verhuizingen");
            case GROUPS -> firstSegment.equals("groep");
            case AGENDA, REFER, TEAM, PLACES, REQUESTS, THROUGHPUT, CALENDAR, HISTORY, STAFF -> false;
        };
    }

    static List<MenuItem> visibleTo(CurrentActor actor) {
        return Arrays.stream(values()).filter(item -> actor.mayAny(item.rights)).toList();
    }
}
