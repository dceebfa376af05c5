package nl.landingsbaan.platform.vault;

/** What is sealed cannot be opened with this region's key for this place: it was moved, changed, or sealed under another key. */
public class SealedUnreadable extends RuntimeException {

    SealedUnreadable(Place place, Throwable cause) {
        super(
                "Sealed value of region " + place.regionId() + ", transfer " + place.transferId() + " cannot be opened",
                cause);
    }
}
