package nl.landingsbaan.platform.agenda;

/** What an appointment is for. */
public enum AppointmentKind {
    TALK,
    INTAKE,
    VISIT,
    MEETING,
    OTHER
}
