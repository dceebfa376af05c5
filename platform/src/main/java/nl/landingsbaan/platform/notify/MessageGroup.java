package nl.landingsbaan.platform.notify;

/** Kinds of messages for which somebody chooses together whether and when to be mailed. */
public enum MessageGroup {
    /** Tasks that come, are due, are late, or are taken away. */
    TASKS(Delivery.DIGEST),
    /** With whom one works: who takes part and who no longer does. */
    PEOPLE(Delivery.AT_ONCE),
    /** What may be shared of a young person. */
    CONSENT(Delivery.DIGEST),
    /** How it stands with the contact with a young person. */
    CONTACT(Delivery.DIGEST);

    private final Delivery unlessChosen;

    MessageGroup(Delivery unlessChosen) {
        this.unlessChosen = unlessChosen;
    }

    /** How people are mailed who did not choose. */
    public Delivery unlessChosen() {
        return unlessChosen;
    }
}
