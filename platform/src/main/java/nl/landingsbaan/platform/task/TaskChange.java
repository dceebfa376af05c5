package nl.landingsbaan.platform.task;

import java.util.Set;

/**
 * A task appeared in, moved to or vanished from lists.
 *
 * @param taskId 0 when the dossier changed and no task did
 * @param audiences the audiences in whose list something changed
 */
public record TaskChange(long regionId, long transferId, long taskId, Set<String> audiences) {

    /** Whether the change touches the list of somebody with these audiences in this region. */
    public boolean concerns(long region, Set<String> ofSomebody) {
        return region == regionId && audiences.stream().anyMatch(ofSomebody::contains);
    }
}
