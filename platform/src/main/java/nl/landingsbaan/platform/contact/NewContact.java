package nl.landingsbaan.platform.contact;

import java.time.Instant;

/**
 * A contact as somebody logs it.
 *
 * @param kind code of one of the region's kinds
 * @param minutes null: as long as this person's last contact of the kind
 * @param at when it was; null: now
 * @param note free text; null or blank: none
 */
public record NewContact(String kind, ContactResult result, Integer minutes, Instant at, String note) {

    /** What two taps say. */
    public NewContact(String kind, ContactResult result) {
        this(kind, result, null, null, null);
    }
}
