package nl.landingsbaan.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.region.Region;

/**
 * What came of playing.
 *
 * @param times where the time went
 */
record ProofResult(List<OfRegion> regions, Map<String, Duration> times) {

    /** What came of one region. */
    record OfRegion(Region region, List<Journey> journeys, Coverage coverage, List<EngineRecords.Incident> incidents) {

        boolean isGood() {
            return journeys.stream().allMatch(journey -> journey.failure().isEmpty())
                    && coverage.untouched().isEmpty()
                    && coverage.mistakes().isEmpty()
                    && incidents.isEmpty();
        }

        int assertions() {
            return journeys.stream().mapToInt(Journey::assertions).sum();
        }

        Duration own() {
            return Duration.ofNanos(journeys.stream().mapToLong(Journey::nanos).sum());
        }
    }

    boolean isGood() {
        return regions.stream().allMatch(OfRegion::isGood);
    }
}
