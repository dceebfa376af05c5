package nl.landingsbaan.platform.task;

import java.util.Map;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.transfer.TransferKey;

/** What has to be so before a task is done, besides its form: said by the module that knows, for the steps that it knows. */
public interface CompletionRule {

    /**
     * Called in the transaction of the completion, once the answers are stored.
     *
     * @param filledIn the form as it was sent
     * @throws TaskNotReady when something else has to be done first; nothing is stored then
     */
    void completing(Actor actor, TransferKey transfer, long taskId, Step step, Map<String, Object> filledIn);
}
