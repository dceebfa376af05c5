package nl.landingsbaan.platform.history;

import java.util.Arrays;
import java.util.Optional;

/** Where somebody went after a transfer. */
public enum Destination {
    MBO("mbo"),
    OTHER_EDUCATION("ander_onderwijs"),
    WORK("werk"),
    DAY_CARE("dagbesteding"),
    CARE("hulpverlening"),
    NONE("geen"),
    UNKNOWN("onbekend");

    private final String code;

    Destination(String code) {
        this.code = code;
    }

    /** As it stands in a file. */
    public String code() {
        return code;
    }

    public static Optional<Destination> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
