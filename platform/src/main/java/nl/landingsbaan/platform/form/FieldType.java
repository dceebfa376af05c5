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

    /** As an author of forms reads it, with its article. */
    String inDutch() {
        return switch (this) {
            case TEXT -> "een korte tekst";
            case LONG_TEXT -> "een lange tekst";
            case NUMBER -> "een getal";
            case DATE -> "een datum";
            case CHOICE, RADIO -> "een keuze";
            case MULTIPLE_CHOICE -> "een meerkeuze";
            case YES_NO -> "een vinkje";
            case HEADING -> "een kop";
        };
    }

    boolean asks() {
        return this != HEADING;
    }

    public boolean chooses() {
        return this == CHOICE || this == RADIO || this == MULTIPLE_CHOICE;
    }

    public boolean freeText() {
        return this == TEXT || this == LONG_TEXT;
    }
}
