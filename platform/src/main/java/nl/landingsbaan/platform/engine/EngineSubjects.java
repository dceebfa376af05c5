package nl.landingsbaan.platform.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Optional;
import nl.landingsbaan.platform.gathering.GatheringProgress;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.platform.transfer.TransferProgress;
import org.springframework.stereotype.Component;

/** Whose steps the engine's jobs are: a young person's transfer or a group. */
@Component
class EngineSubjects {

    private final TransferProgress transfers;
    private final GatheringProgress gatherings;

    EngineSubjects(TransferProgress transfers, GatheringProgress gatherings) {
        this.transfers = transfers;
        this.gatherings = gatherings;
    }

    /** The id of the transfer or the group. */
    static long of(ActivatedJob job) {
        return Long.parseLong(
                job.getVariablesAsMap().get(EngineVocabulary.TRANSFER).toString());
    }

    /** The region of a transfer or a group; empty when this installation knows neither. */
    Optional<Long> regionOf(long subjectId) {
        return transfers.regionOf(subjectId).or(() -> gatherings.regionOf(subjectId));
    }

    boolean isGroup(long subjectId) {
        return transfers.regionOf(subjectId).isEmpty()
                && gatherings.regionOf(subjectId).isPresent();
    }
}
