package nl.landingsbaan.platform.task;

/**
 * What became of one of several tasks.
 *
 * @param refusal why nothing was changed; null: it was done
 */
public record TaskResult(long taskId, Refusal refusal) {

    /** Why a task stayed as it was. */
    public enum Refusal {
        /** It is not there for this actor. */
        NOT_THERE,
        /** Somebody completed it, or the route took it away. */
        CLOSED,
        /** The colleague does not hold the role in the organisation that takes part. */
        NO_ROLE,
        /** Nothing to postpone: it may be done at any time. */
        NO_DUE_DATE,
        /** The new date is not after the present one. */
        NOT_LATER,
        /** The new date is further away than the region allows. */
        TOO_FAR
    }

    public boolean done() {
        return refusal == null;
    }
}
