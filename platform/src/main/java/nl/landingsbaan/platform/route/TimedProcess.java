package nl.landingsbaan.platform.route;

import java.util.List;
import java.util.Set;

/**
 * A deployed process with what in it hangs on anchors.
 *
 * @param processId as drawn
 * @param elementIds everything in it that can be active, as the engine has it
 */
public record TimedProcess(long routeVersionId, String processId, Set<String> elementIds, List<Moment> moments) {

    /** The moments that are open while this element is active. */
    public List<Moment> at(String hostId) {
        return moments.stream().filter(moment -> moment.hostId().equals(hostId)).toList();
    }
}
