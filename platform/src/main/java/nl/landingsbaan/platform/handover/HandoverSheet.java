package nl.landingsbaan.platform.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.transfer.Withheld;

/**
 * A handover as one receiver sees it now: what was sent, as far as consent allows at this moment.
 *
 * @param sentAt null for a preview
 * @param withheld what the reader is told that is not there: a receiver, or a sender who decides on sharing
 * @param somethingWithheld whether that is all that is told: not everything is shared with the receiver
 */
public record HandoverSheet(
        String firstName,
        String lastName,
        LocalDate birthDate,
        int number,
        Instant sentAt,
        String sentBy,
        String senderOrganisation,
        List<String> receivers,
        List<Section> sections,
        Withheld withheld,
        boolean somethingWithheld) {

    static final Withheld NOTHING = new Withheld(Set.of(), Set.of());

    public record Section(Category category, List<Line> lines) {}

    /**
     * @param source the organisation that said so
     * @param newer what the dossier says since; null: still the same
     */
    public record Line(String label, String text, String source, Instant givenAt, String newer) {}
}
