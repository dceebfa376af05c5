package nl.landingsbaan.ui.demo;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.consent.Decision;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Receiver;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Sharing;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.SharingOverview;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo's young people decide on sharing: most share everything, some not what is medical or about home, a few nothing. */
@Component
@Profile("demo")
class DemoSharing {

    private static final int PARTLY = 5;
    private static final int NOTHING = 15;
    private static final int NOT_ASKED = 20;

    private static final Set<Category> PRIVATE = EnumSet.of(
            Category.MEDISCH, Category.ONDERSTEUNING_MEDISCH, Category.THUISSITUATIE, Category.ONDERSTEUNING_THUIS);

    private final DossierSharing sharing;
    private final PlatformClock clock;

    DemoSharing(DossierSharing sharing, PlatformClock clock) {
        this.sharing = sharing;
        this.clock = clock;
    }

    /** @param number which young person of the cohort this is, from 0 */
    void decide(Actor referrer, long transferId, int number) {
        if (number % NOT_ASKED == NOT_ASKED - 1) {
            return;
        }
        var all = EnumSet.allOf(Category.class);
        if (number % NOTHING == NOTHING - 2) {
            record(referrer, transferId, all, false);
        } else if (number % PARTLY == PARTLY - 1) {
            record(referrer, transferId, EnumSet.complementOf(EnumSet.copyOf(PRIVATE)), true);
            record(referrer, transferId, PRIVATE, false);
        } else {
            record(referrer, transferId, all, true);
        }
    }

    /** With every organisation of the region: who is to coach and which mbo it will be is not known yet. */
    private void record(Actor referrer, long transferId, Set<Category> categories, boolean granted) {
        var overview = sharing.overview(referrer, transferId);
        sharing.record(
                referrer,
                transferId,
                new Decision(
                        overview.choices().stream()
                                .map(SharingOverview.Choice::receiver)
                                .filter(receiver -> !receiver.equals(Receiver.PARENTS))
                                .collect(Collectors.toSet()),
                        categories,
                        overview.purposes().stream().map(Sharing.Purpose::code).collect(Collectors.toSet()),
                        signatories(overview),
                        granted,
                        Manner.GESPREK,
                        PlatformClock.today(clock),
                        null));
    }

    /** Parents who decide have their child decide along, so that nothing ends on the day on which the child decides alone. */
    private static Set<Signatory> signatories(SharingOverview overview) {
        var signatories = EnumSet.of(Signatory.JONGERE);
        signatories.addAll(overview.needed());
        return signatories;
    }
}
