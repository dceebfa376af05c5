package nl.landingsbaan.platform.handover;

import java.util.List;
import java.util.Optional;
import nl.landingsbaan.platform.task.TaskDetail;

/**
 * How it stands with the handover of a transfer, for one professional.
 *
 * @param inRoute whether the route has a handover
 * @param sending the step that the actor does by sending; empty: not now, or not the actor's
 * @param taking the step that the actor does by taking over or giving back
 * @param readable whether there is something sent that the actor can open
 * @param mayConfirm whether the actor can record that a receiver confirmed by word of mouth
 * @param versions the last one in front
 */
public record HandoverOverview(
        boolean inRoute,
        Optional<TaskDetail> sending,
        Optional<TaskDetail> taking,
        boolean readable,
        boolean mayConfirm,
        List<HandoverVersion> versions) {}
