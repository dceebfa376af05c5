package nl.landingsbaan.platform.form;

/** What a field asks for, and with that the Java type of its checked answer. */
public enum FieldType {
    /** One line; {@code String}. */
    TEXT,
    /** Several lines; {@code String}. */
    LONG_TEXT,
    /** {@code BigDecimal}. */
    NUMBER,
    /** {@code LocalDate}. */
    DATE,
    /** One of a list that may be long, shown as a drop-down; {@code String}. */
    CHOICE,
    /** One of a few, all in view; {@code String}. */
    RADIO,
    /** Any number of a list; {@code List<String>}. */
    MULTIPLE_CHOICE,
    /** A box to tick; {@code Boolean}. Required means: must be ticked. */
    YES_NO,
    /** Heading or explanation between the fields; asks for nothing. */
    HEADING;

    boolean asks() {
        return this != HEADING;
    }

    boolean chooses() {
        return this == CHOICE || this == RADIO || this == MULTIPLE_CHOICE;
    }

    boolean freeText() {
        return this == TEXT || this == LONG_TEXT;
    }
}
