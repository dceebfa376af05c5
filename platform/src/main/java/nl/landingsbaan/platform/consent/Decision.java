package nl.landingsbaan.platform.consent;

import java.time.LocalDate;
import java.util.Set;
import nl.landingsbaan.platform.form.Category;

/**
 * What somebody decided, for every combination of receiver, category, purpose and signatory.
 *
 * @param purposes codes of the region's purposes
 * @param granted false: a refusal, which counts until the next decision
 * @param until the last day on which it counts; null: as long as the region lets a consent last. Nothing for a refusal
 */
public record Decision(
        Set<Receiver> receivers,
        Set<Category> categories,
        Set<String> purposes,
        Set<Signatory> signatories,
        boolean granted,
        Manner manner,
        LocalDate givenOn,
        LocalDate until) {

    public static final String RECEIVERS = "receivers";
    public static final String CATEGORIES = "categories";
    public static final String PURPOSES = "purposes";
    public static final String SIGNATORIES = "signatories";
    public static final String MANNER = "manner";
    public static final String GIVEN_ON = "givenOn";
    public static final String UNTIL = "until";

    public Decision {
        receivers = Set.copyOf(receivers);
        categories = Set.copyOf(categories);
        purposes = Set.copyOf(purposes);
        signatories = Set.copyOf(signatories);
    }
}
