package nl.landingsbaan.platform.agenda;

import java.time.Instant;
import java.util.Set;

/**
 * An appointment as somebody makes or changes it.
 *
 * @param place free text; null or blank: not known yet
 * @param roleCodes the participants of the transfer who are invited; whoever makes it is always there
 */
public record NewAppointment(
        AppointmentKind kind, Instant startsAt, int minutes, String place, Set<String> roleCodes) {}
