package nl.landingsbaan.platform.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.stereotype.Service;

/** Seals what only this installation may read, under the key of the region that it belongs to (AES-256-GCM). */
@Service
public class Vault {

    private final RegionKeys keys;

    Vault(RegionKeys keys) {
        this.keys = keys;
    }

    /** The value as it may be stored, in Base64. */
    public String seal(Place place, String plain) {
        try {
            var sealed = key(place.regionId()).encrypt(plain.getBytes(StandardCharsets.UTF_8), place.associatedData());
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Region " + place.regionId() + " has no key to seal with", e);
        }
    }

    /**
     * What was sealed for this place.
     *
     * @throws SealedUnreadable when it was sealed for another place, or was changed
     */
    public String open(Place place, String sealed) {
        var bytes = Base64.getDecoder().decode(sealed);
        try {
            return open(key(place.regionId()), place, bytes);
        } catch (GeneralSecurityException e) {
            return openWithNewestKeys(place, bytes);
        }
    }

    /** Seals with a new key from now on. What was sealed before can still be opened. */
    public void rotate(long regionId) {
        try {
            keys.rotate(regionId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of region " + regionId + " cannot be renewed", e);
        }
    }

    /** Another node may have sealed it with a key that this one has not read yet. */
    private String openWithNewestKeys(Place place, byte[] sealed) {
        try {
            return open(keys.read(place.regionId()), place, sealed);
        } catch (GeneralSecurityException e) {
            throw new SealedUnreadable(place, e);
        }
    }

    private Aead key(long regionId) throws GeneralSecurityException {
        var known = keys.known(regionId);
        return known.isPresent() ? known.get() : keys.read(regionId);
    }

    private static String open(Aead key, Place place, byte[] sealed) throws GeneralSecurityException {
        return new String(key.decrypt(sealed, place.associatedData()), StandardCharsets.UTF_8);
    }
}
