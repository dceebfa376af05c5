package nl.landingsbaan.platform.agenda;

import java.time.Instant;
import java.util.Set;

/**
 * An appointment about a young person, as those who take part in it see it.
 *
 * @param place null: not known yet
 * @param roleCodes the participants who are invited
 */
public record Appointment(
        long id,
        long transferId,
        String firstName,
        String lastName,
        AppointmentKind kind,
        Instant startsAt,
        int minutes,
        String place,
        Set<String> roleCodes,
        boolean cancelled) {}
