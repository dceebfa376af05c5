package nl.landingsbaan.platform.vault;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value belongs: it opens nowhere else.
 *
 * @param key the field of the transfer that it is the value of
 */
public record Place(long regionId, long transferId, String key) {

    byte[] associatedData() {
        return (regionId + "/" + transferId + "/" + key).getBytes(StandardCharsets.UTF_8);
    }
}
