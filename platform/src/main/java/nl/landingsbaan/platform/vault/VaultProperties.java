package nl.landingsbaan.platform.vault;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the vault finds its master key.
 *
 * @param masterKey 32 random bytes in Base64; whoever loses it loses what is sealed
 */
@ConfigurationProperties("landingsbaan.vault")
record VaultProperties(String masterKey) {

    @Override
    public String toString() {
        return "VaultProperties";
    }
}
