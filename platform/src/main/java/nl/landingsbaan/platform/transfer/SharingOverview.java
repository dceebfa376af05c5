package nl.landingsbaan.platform.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Receiver;
import nl.landingsbaan.platform.consent.SharedState;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.region.Sharing;

/**
 * Who can see what of a young person, and why.
 *
 * @param mayDecide whether the actor may record decisions; if not, only the actor's own organisations are told about and there is no
 *     history
 * @param needed whose consent is needed today
 * @param nothingAsked whether nobody has decided anything yet
 * @param receivers whoever takes part, the parents, and whoever was decided on
 * @param choices everybody whom something can be shared with
 * @param history newest first
 */
public record SharingOverview(
        boolean mayDecide,
        int age,
        Set<Signatory> needed,
        boolean nothingAsked,
        int validMonths,
        List<ReceiverSees> receivers,
        List<Choice> choices,
        List<Sharing.Purpose> purposes,
        List<Line> history) {

    /**
     * What one receiver sees.
     *
     * @param name null for the parents
     * @param roles the names of the roles in which it takes part; empty: takes no part
     * @param mayEnd whether its participation can be ended: not for the school that referred
     */
    public record ReceiverSees(
            Receiver receiver, String name, List<String> roles, boolean mayEnd, List<CategorySeen> categories) {}

    /**
     * @param own the receiver sees what it filled in itself
     * @param free every participant sees it
     * @param until the last day of a consent
     */
    public record CategorySeen(Category category, boolean own, boolean free, SharedState state, LocalDate until) {

        /** Whether the receiver sees all of it. */
        public boolean seen() {
            return free || state == SharedState.GIVEN;
        }
    }

    /**
     * Somebody to share with.
     *
     * @param name null for the parents
     * @param purposes codes of the purposes of the roles in which it takes part
     */
    public record Choice(Receiver receiver, String name, Set<String> purposes, boolean takesPart) {}

    /**
     * One decision, as it was recorded.
     *
     * @param receiverName null for the parents
     * @param until null for a refusal
     * @param withdrawnAt null: not withdrawn
     */
    public record Line(
            Instant recordedAt,
            String recordedBy,
            String receiverName,
            Set<Category> categories,
            Signatory signatory,
            boolean granted,
            Manner manner,
            LocalDate givenOn,
            LocalDate until,
            Instant withdrawnAt,
            String withdrawnBy) {}
}
