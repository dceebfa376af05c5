package nl.landingsbaan.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class Under16Test {

    @Autowired
    TestRegions regions;

    @Autowired
    Referrals referrals;

    @Autowired
    Transfers transfers;

    /** 000 §7 nr 33. */
    @Test
    void asIntakerAYoungPersonUnder16AtTheStartIsFlaggedAndNotBlocked() {
        var startMbo =
                LocalDate.now(PlatformClock.ZONE).plusMonths(8).withMonth(9).withDayOfMonth(1);
        var region = regions.make("jong", startMbo);
        var sixteen = startMbo.minusYears(16);
        var year = referrals.form(region.mentor()).startingYear();

        assertThat(year.startsUnder16(sixteen)).isFalse();
        assertThat(year.startsUnder16(sixteen.plusDays(1))).isTrue();
        assertThat(flagged(region, sixteen)).isFalse();
        assertThat(flagged(region, sixteen.plusDays(1))).isTrue();
    }

    private boolean flagged(TestRegions.TestRegion region, LocalDate birthDate) {
        var transfer = referrals.refer(
                region.mentor(),
                new Referral(
                        "Noor",
                        "Jong",
                        birthDate,
                        region.mentor().memberships().getFirst().organisationId(),
                        Map.of("niveau", "entree", "aanmeldreden", "Heeft steun nodig")));
        return transfers.heading(region.mentor(), transfer).under16AtStart();
    }
}
