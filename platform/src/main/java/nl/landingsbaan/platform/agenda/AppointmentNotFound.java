package nl.landingsbaan.platform.agenda;

/** The appointment is not there for this actor. */
public class AppointmentNotFound extends RuntimeException {

    AppointmentNotFound(long appointmentId) {
        super("Appointment " + appointmentId);
    }
}
