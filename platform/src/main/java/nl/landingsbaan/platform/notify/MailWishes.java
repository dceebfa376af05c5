package nl.landingsbaan.platform.notify;

import java.time.LocalTime;
import java.util.Map;

/**
 * How somebody wants to be mailed in a region.
 *
 * @param deliveries by group; every group is there
 * @param digestAt the time of day of the digest, on working days
 */
public record MailWishes(Map<MessageGroup, Delivery> deliveries, LocalTime digestAt) {

    /** Whether there is a digest: of messages, or of the tasks that are there for everybody with a role. */
    boolean hasDigest() {
        return deliveries.containsValue(Delivery.DIGEST) || countsRoleTasks();
    }

    /** Tasks for everybody with a role come in the digest only, for whoever wants to be mailed about tasks at all. */
    boolean countsRoleTasks() {
        return deliveries.get(MessageGroup.TASKS) != Delivery.IN_APPLICATION;
    }
}
