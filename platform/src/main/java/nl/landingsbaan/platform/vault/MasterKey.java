package nl.landingsbaan.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Wraps the keys of the regions. It comes from outside and is stored nowhere. */
@Component
class MasterKey {

    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Aead wrapping;

    MasterKey(VaultProperties properties) throws GeneralSecurityException {
        AeadConfig.register();
        var key = AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(BYTES)
                        .setIvSizeBytes(NONCE_BYTES)
                        .setTagSizeBytes(TAG_BYTES)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(bytes(properties.masterKey()), InsecureSecretKeyAccess.get()))
                .build();
        wrapping = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    Aead wrapping() {
        return wrapping;
    }

    private static byte[] bytes(String configured) {
        if (configured == null || configured.isBlank()) {
            throw new MasterKeyMissing("De hoofdsleutel voor bijzondere persoonsgegevens ontbreekt.");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(configured.strip());
        } catch (IllegalArgumentException e) {
            throw new MasterKeyMissing("De hoofdsleutel voor bijzondere persoonsgegevens is geen Base64.");
        }
        if (bytes.length != BYTES) {
            throw new MasterKeyMissing("De hoofdsleutel voor bijzondere persoonsgegevens telt " + bytes.length
                    + " bytes; dat moeten er " + BYTES + " zijn.");
        }
        return bytes;
    }
}
