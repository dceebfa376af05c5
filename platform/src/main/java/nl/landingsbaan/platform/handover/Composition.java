package nl.landingsbaan.platform.handover;

import java.util.List;
import nl.landingsbaan.platform.task.TaskDetail;
import nl.landingsbaan.platform.transfer.Participant;

/**
 * A handover as its sender makes it up.
 *
 * @param task the step that is done by sending
 * @param receivers empty: it is not known yet who goes on with the young person
 * @param staying empty for a sender who does not decide on sharing
 * @param somethingStays whether that sender is told that not everything is shared with the receivers
 */
public record Composition(
        TaskDetail task,
        List<Participant> receivers,
        List<Going> going,
        List<Staying> staying,
        boolean somethingStays) {}
