package nl.landingsbaan.ui.drawing;

/** Where an element of a drawn route stands for one young person. */
public enum Mark {
    DONE,
    CURRENT,
    /** The route went on without it. */
    SKIPPED
}
