package nl.landingsbaan.platform.transfer;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody in the region who may be the one who is being referred: born on the same day, with a similar name.
 *
 * @param id null when the referrer may see none of this young person's transfers: then everything else is empty too
 * @param transfers those that the referrer may see, newest first
 * @param running whether a transfer to the school year of the referral is running already: a second one cannot start
 * @param sameName whether the name is the same letter by letter, but for accents and capitals
 */
public record KnownYoungPerson(
        Long id,
        String firstName,
        String lastName,
        LocalDate birthDate,
        List<TransferSummary> transfers,
        boolean running,
        boolean sameName) {

    static final KnownYoungPerson HIDDEN = new KnownYoungPerson(null, null, null, null, List.of(), false, false);

    /** Whether the referrer may see who this is. */
    public boolean visible() {
        return id != null;
    }
}
