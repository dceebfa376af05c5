package nl.landingsbaan.platform.admission;

import java.time.LocalDate;
import java.util.Set;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;

/**
 * A young person goes to another region, with what may go along.
 *
 * @param categories what may go along, besides name and birth date
 * @param signatories who consented to it
 * @param absence why the young person was not there when it was discussed; null when they were
 */
public record MoveRequest(
        Long toRegion,
        Set<Category> categories,
        Set<Signatory> signatories,
        Manner manner,
        LocalDate givenOn,
        String reason,
        boolean present,
        String absence) {

    /** Keys of the fields, as used in {@code FormRefused.errors()}. */
    public static final String REGION = "regio";

    public static final String SIGNATORIES = "toestemming";
    public static final String MANNER = "manier";
    public static final String GIVEN_ON = "datum";
    public static final String REASON = "reden";
    public static final String ABSENCE = "afwezig";

    public MoveRequest {
        categories = Set.copyOf(categories);
        signatories = Set.copyOf(signatories);
    }
}
