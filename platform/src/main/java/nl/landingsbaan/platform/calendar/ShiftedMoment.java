package nl.landingsbaan.platform.calendar;

import java.time.Instant;
import nl.landingsbaan.platform.route.Moment;

/**
 * A moment of one transfer that comes on another day.
 *
 * @param elementInstanceKey what waits for it in the engine
 * @param to may have passed: then it is there at once
 */
public record ShiftedMoment(
        long transferId,
        long elementInstanceKey,
        long processInstanceKey,
        long processDefinitionKey,
        Moment moment,
        Instant from,
        Instant to) {

    public boolean isTimer() {
        return moment.kind() == Moment.Kind.TIMER;
    }
}
