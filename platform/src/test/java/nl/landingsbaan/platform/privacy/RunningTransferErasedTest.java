package nl.landingsbaan.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.engine.EngineClock;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine ends what still runs, and only then everything goes. */
@WithServers(clock = TestServers.EngineClock.CONTROLLED)
@SpringBootTest(classes = TestPlatform.class)
class RunningTransferErasedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    TestRegions regions;

    @Autowired
    Erasures erasures;

    @Autowired
    Transfers transfers;

    @Autowired
    Tasks tasks;

    @Autowired
    EngineClock engineClock;

    @Autowired
    PlatformClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Value("${landingsbaan.engine.grpc-address}")
    URI engine;

    @Test
    void aRunningTransferIsEndedInTheEngineAndThenErasedWithItsOpenTask() {
        var region = regions.make(
                "wissen" + System.nanoTime(),
                PlatformClock.today(clock).plusMonths(8).withDayOfMonth(1));
        var administrator = regions.actor(region.region(), "beheerder", "programma");
        var transfer = regions.refer(region, "Noor", "Wegman");
        await().atMost(PATIENCE)
                .until(() -> !tasks.list(region.mentor(), TaskFilter.ALL, null, 10)
                        .tasks()
                        .isEmpty());
        var instance =
                jdbc.queryForObject("SELECT process_instance_key FROM transfer WHERE id = ?", Long.class, transfer);
        assertThat(isThere(instance)).isTrue();
        var number = erasures.ask(
                region.coordinator(), transfer, AskedBy.YOUNG_PERSON, Ground.CONSENT_WITHDRAWN, "Stopt ermee");
        erasures.approve(administrator, number);

        engineClock.moveTo(clock.instant().plus(Erasures.WAITING).plus(Duration.ofHours(1)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(() -> transfers.find(region.coordinator(), transfer))
                        .isInstanceOf(TransferNotFound.class));
        assertThat(isThere(instance)).isFalse();
        assertThat(tasks.list(region.mentor(), TaskFilter.ALL, null, 10).tasks())
                .isEmpty();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM task WHERE transfer_id = ?", Integer.class, transfer))
                .isZero();
    }

    private boolean isThere(long processInstanceKey) {
        try (var client = CamundaClient.newClientBuilder()
                .grpcAddress(engine)
                .preferRestOverGrpc(false)
                .build()) {
            client.newSetVariablesCommand(processInstanceKey)
                    .variables(Map.of("proef", 1))
                    .send()
                    .join();
            return true;
        } catch (ClientStatusException e) {
            assertThat(e.getStatusCode()).isEqualTo(Status.Code.NOT_FOUND);
            return false;
        }
    }
}
