package nl.landingsbaan.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The regions' keysets: stored wrapped by the master key, unwrapped in memory only. */
@Component
class RegionKeys {

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final Clock clock;
    private final Map<Long, Aead> unwrapped = new ConcurrentHashMap<>();

    RegionKeys(JdbcClient jdbc, MasterKey master, Clock clock) {
        this.jdbc = jdbc;
        this.master = master;
        this.clock = clock;
    }

    /** The key in memory; empty until it has been read. */
    Optional<Aead> known(long regionId) {
        return Optional.ofNullable(unwrapped.get(regionId));
    }

    /** Reads a region's key, and makes one for a region that has none. On its own, so that all agree on it at once. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Aead read(long regionId) throws GeneralSecurityException {
        var stored = stored(regionId, "");
        if (stored.isEmpty()) {
            jdbc.sql("INSERT IGNORE INTO vault_key (region_id, keyset, changed_at) VALUES (?, ?, ?)")
                    .params(
                            regionId,
                            wrap(regionId, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)),
                            Timestamp.from(clock.instant()))
                    .update();
            stored = stored(regionId, " LOCK IN SHARE MODE");
        }
        var aead = unwrap(regionId, stored.orElseThrow()).getPrimitive(RegistryConfiguration.get(), Aead.class);
        unwrapped.put(regionId, aead);
        return aead;
    }

    /** Adds a key that everything is sealed with from now on; the earlier ones go on opening what they sealed. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void rotate(long regionId) throws GeneralSecurityException {
        read(regionId);
        var handle = unwrap(regionId, stored(regionId, " FOR UPDATE").orElseThrow());
        var rotated = KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        jdbc.sql("UPDATE vault_key SET keyset = ?, changed_at = ? WHERE region_id = ?")
                .params(wrap(regionId, rotated), Timestamp.from(clock.instant()), regionId)
                .update();
        unwrapped.remove(regionId);
    }

    private Optional<String> stored(long regionId, String lock) {
        return jdbc.sql("SELECT keyset FROM vault_key WHERE region_id = ?" + lock)
                .param(regionId)
                .query(String.class)
                .optional();
    }

    private String wrap(long regionId, KeysetHandle handle) throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(
                        TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, master.wrapping(), owner(regionId)));
    }

    private KeysetHandle unwrap(long regionId, String stored) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                Base64.getDecoder().decode(stored), master.wrapping(), owner(regionId));
    }

    private static byte[] owner(long regionId) {
        return ("region/" + regionId).getBytes(StandardCharsets.UTF_8);
    }
}
