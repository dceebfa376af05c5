package nl.landingsbaan.platform.place;

import java.time.Instant;
import java.util.List;

/**
 * How it stands with one kind of place.
 *
 * @param capacity how many places there are by now
 * @param holders how many people hold {@link PlaceKind#perRole()}; 0 without it
 * @param taken how many have one; more than there are when the number became lower
 * @param queue who waits, first come first; at most {@link Places#SHOWN}
 * @param waiting how many wait in all
 * @param letIn who came in of late after waiting, newest first
 * @param changes of the number, newest first
 */
public record PlaceOverview(
        PlaceKind kind,
        int capacity,
        int holders,
        int taken,
        List<Waiting> queue,
        int waiting,
        List<LetIn> letIn,
        List<NumberChange> changes) {

    /**
     * Somebody who waits.
     *
     * @param position in the queue, from 1
     * @param name null when the reader may not see who it is
     */
    public record Waiting(int position, long transferId, String name, Instant since) {}

    /** Somebody who came in; {@code name} as in {@link Waiting}. */
    public record LetIn(long transferId, String name, Instant waitedSince, Instant at) {}

    /** The number was changed. */
    public record NumberChange(int before, int after, String reason, String by, Instant at) {}
}
