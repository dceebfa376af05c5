package nl.landingsbaan.platform.notify;

/** What a message tells. A new kind is a line here, a listener that tells it, and its words on the screen. */
public enum MessageKind {
    /** A task came to the reader in person, or as the only one with the role. */
    TASK_CAME(MessageGroup.TASKS),
    TASK_DUE_TOMORROW(MessageGroup.TASKS),
    TASK_LATE(MessageGroup.TASKS),
    /** The route went on without the task. */
    TASK_TAKEN_AWAY(MessageGroup.TASKS),
    /** The reader takes part in the way of a young person from now on. */
    TAKES_PART(MessageGroup.PEOPLE),
    /** A colleague arranged that somebody else takes the reader's place. */
    REPLACED(MessageGroup.PEOPLE),
    /** Somebody decided anew on what is shared. */
    CONSENT_CHANGED(MessageGroup.CONSENT),
    /** Soon less is shared than now: the agreed last day comes. */
    CONSENT_ENDS(MessageGroup.CONSENT),
    /** Soon less is shared than now: from a birthday on somebody else decides. */
    CONSENT_BIRTHDAY(MessageGroup.CONSENT),
    /** Most of the agreed hours are used. */
    CONTACT_BUDGET_NEARLY(MessageGroup.CONTACT),
    CONTACT_BUDGET_USED(MessageGroup.CONTACT),
    /** Several attempts in a row were not answered. */
    CONTACT_LOST(MessageGroup.CONTACT),
    /** The day for the next contact has passed. */
    CONTACT_MISSED(MessageGroup.CONTACT),
    HOURS_REQUESTED(MessageGroup.CONTACT),
    HOURS_DECIDED(MessageGroup.CONTACT),
    /** A handover waits to be read and taken over by the reader. */
    HANDOVER_SENT(MessageGroup.PEOPLE),
    HANDOVER_READ(MessageGroup.PEOPLE),
    HANDOVER_TAKEN_OVER(MessageGroup.PEOPLE),
    HANDOVER_RETURNED(MessageGroup.PEOPLE),
    /** Nobody has opened a handover for too long. */
    HANDOVER_UNREAD(MessageGroup.PEOPLE),
    /** Another region offers a young person to the reader's programme. */
    MOVE_ARRIVED(MessageGroup.PEOPLE),
    /** What another region did with a young person whom the reader sent on. */
    MOVE_TAKEN_OVER(MessageGroup.PEOPLE),
    MOVE_REFUSED(MessageGroup.PEOPLE),
    MOVE_EXPIRED(MessageGroup.PEOPLE);

    private final MessageGroup group;

    MessageKind(MessageGroup group) {
        this.group = group;
    }

    public MessageGroup group() {
        return group;
    }
}
