package nl.landingsbaan.platform.transfer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.landingsbaan.platform.consent.Receiver;
import nl.landingsbaan.platform.consent.Shared;
import nl.landingsbaan.platform.consent.SharedState;
import nl.landingsbaan.platform.consent.Shares;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.region.Sharing;

/**
 * What one viewer may see of one young person today: the rule of sharing. Whatever shows anything out of a dossier asks this.
 */
final class Sight {

    private final Viewer viewer;
    private final Sharing sharing;
    private final Shares shares;

    Sight(Viewer viewer, Sharing sharing, Shares shares) {
        this.viewer = viewer;
        this.sharing = sharing;
        this.shares = shares;
    }

    /**
     * Whether the viewer may see what came from this organisation.
     *
     * @param sourceOrganisationId null: from nobody in particular
     */
    boolean sees(Category category, Long sourceOrganisationId) {
        return sourceOrganisationId != null && viewer.organisationIds().contains(sourceOrganisationId)
                || seesOfOthers(category);
    }

    /** Whether the viewer may see this category, whoever it came from. */
    boolean seesOfOthers(Category category) {
        if (viewer.parents()) {
            return decide() || permits(Receiver.PARENTS, category, purposes());
        }
        return sharing.withoutConsent().contains(category.code())
                        && !viewer.seats().isEmpty()
                || viewer.seats().stream()
                        .anyMatch(seat -> permits(seat.receiver(), category, purposesOf(sharing, seat.roleCode())));
    }

    /** The categories that somebody chose not to share with the viewer; nothing where the region does not tell. */
    Set<Category> withheld() {
        return sharing.showsWithheld() ? unseen(true) : Set.of();
    }

    /** The categories that nobody has yet decided on for the viewer, or no longer; nothing where the region does not tell. */
    Set<Category> notAsked() {
        return sharing.showsWithheld() ? unseen(false) : Set.of();
    }

    private Set<Category> unseen(boolean withheld) {
        var categories = EnumSet.noneOf(Category.class);
        Arrays.stream(Category.values())
                .filter(category -> !seesOfOthers(category) && best(category).isWithheld() == withheld)
                .forEach(categories::add);
        return categories;
    }

    private SharedState best(Category category) {
        if (viewer.parents()) {
            return shares.of(Receiver.PARENTS, category, purposes()).state();
        }
        return viewer.seats().stream()
                .map(seat -> shares.of(seat.receiver(), category, purposesOf(sharing, seat.roleCode())))
                .map(Shared::state)
                .min(SharedState::compareTo)
                .orElse(SharedState.NOT_ASKED);
    }

    /** Parents who alone decide for their child see what they decide on. */
    private boolean decide() {
        return shares.needed().equals(Set.of(Signatory.OUDERS));
    }

    private boolean permits(Receiver receiver, Category category, List<String> purposes) {
        return shares.permits(receiver, category, purposes);
    }

    private List<String> purposes() {
        return sharing.purposes().stream().map(Sharing.Purpose::code).toList();
    }

    static List<String> purposesOf(Sharing sharing, String roleCode) {
        return sharing.purposes().stream()
                .filter(purpose -> purpose.isOf(roleCode))
                .map(Sharing.Purpose::code)
                .toList();
    }
}
