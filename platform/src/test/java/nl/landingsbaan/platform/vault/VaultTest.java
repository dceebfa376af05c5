package nl.landingsbaan.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Base64;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.region.Region;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class VaultTest {

    private static final String DIAGNOSIS = "heeft epilepsie";

    @Autowired
    Vault vault;

    @Autowired
    TestRegions regions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsSealedIsReadBackAndLooksLikeNothing() {
        var place = new Place(region().id(), 1, "diagnose");

        var sealed = vault.seal(place, DIAGNOSIS);

        assertThat(sealed).doesNotContain("epilepsie").isNotEqualTo(vault.seal(place, DIAGNOSIS));
        assertThat(new String(Base64.getDecoder().decode(sealed))).doesNotContain("epilepsie");
        assertThat(vault.open(place, sealed)).isEqualTo(DIAGNOSIS);
    }

    @Test
    void anotherRegionsKeyAndAnotherPlaceOpenNothing() {
        var mine = region().id();
        var sealed = vault.seal(new Place(mine, 1, "diagnose"), DIAGNOSIS);
        var other = region().id();
        vault.seal(new Place(other, 1, "diagnose"), "iets anders");

        assertThatThrownBy(() -> vault.open(new Place(other, 1, "diagnose"), sealed))
                .isInstanceOf(SealedUnreadable.class);
        assertThatThrownBy(() -> vault.open(new Place(mine, 2, "diagnose"), sealed))
                .isInstanceOf(SealedUnreadable.class);
        assertThatThrownBy(() -> vault.open(new Place(mine, 1, "thuis"), sealed))
                .isInstanceOf(SealedUnreadable.class);
    }

    @Test
    void everyRegionHasAKeyOfItsOwn() {
        var mine = region().id();
        var place = new Place(mine, 1, "diagnose");
        var sealed = vault.seal(place, DIAGNOSIS);
        var other = region().id();
        vault.seal(new Place(other, 1, "diagnose"), "iets anders");

        assertThat(jdbc.sql("SELECT COUNT(DISTINCT keyset) FROM vault_key WHERE region_id IN (?, ?)")
                        .params(mine, other)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(vault.open(place, sealed)).isEqualTo(DIAGNOSIS);
    }

    @Test
    void aRenewedKeyOpensWhatWasSealedBefore() {
        var place = new Place(region().id(), 1, "diagnose");
        var before = vault.seal(place, DIAGNOSIS);

        vault.rotate(place.regionId());

        var after = vault.seal(place, DIAGNOSIS);
        assertThat(vault.open(place, before)).isEqualTo(DIAGNOSIS);
        assertThat(vault.open(place, after)).isEqualTo(DIAGNOSIS);
        assertThat(after.substring(0, 6)).as("sealed by another key").isNotEqualTo(before.substring(0, 6));
    }

    @Test
    void withoutAMasterKeyNothingStartsAndTheWayOutIsSaid() {
        assertThatThrownBy(() -> new MasterKey(new VaultProperties(null))).isInstanceOf(MasterKeyMissing.class);
        assertThatThrownBy(() -> new MasterKey(new VaultProperties("a2xlaW4="))).hasMessageContaining("32");

        var analysis = new MasterKeyMissingAnalyzer().analyze(new MasterKeyMissing("De hoofdsleutel ontbreekt."));

        assertThat(analysis.getAction()).contains("openssl rand -base64 32", "LANDINGSBAAN_VAULT_MASTERKEY");
    }

    private Region region() {
        return regions.make("kluis" + System.nanoTime(), LocalDate.of(2026, 9, 1))
                .region();
    }
}
