package nl.landingsbaan.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class EachRegionTest {

    @Autowired
    EachRegion eachRegion;

    @Autowired
    TestRegions regions;

    @Autowired
    AuditLog audit;

    @Test
    void whatFailsInOneRegionIsUndoneThereAndDoesNotStopTheOthers() {
        var fails = regions.make("mislukt", LocalDate.of(2090, 9, 1)).region();
        var after = regions.make("daarna", LocalDate.of(2090, 9, 1)).region();

        eachRegion.inTurn(region -> {
            if (region.id() == fails.id() || region.id() == after.id()) {
                audit.record(region.id(), null, AuditAction.ROUTE_PUBLISHED, AuditSubject.ACCOUNT, 4711L);
            }
            if (region.id() == fails.id()) {
                throw new IllegalStateException("broken here");
            }
        });

        assertThat(audit.about(fails.id(), AuditSubject.ACCOUNT, 4711L, 10)).isEmpty();
        assertThat(audit.about(after.id(), AuditSubject.ACCOUNT, 4711L, 10)).hasSize(1);
    }
}
