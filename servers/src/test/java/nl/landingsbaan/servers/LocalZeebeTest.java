package nl.landingsbaan.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalZeebeTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void startsAgainOnTheSamePortsAfterStoppingAndAfterAPowerCut() throws Exception {
        try (var zeebe = LocalZeebe.start(directory, LocalZeebe.Options.MODEST)) {
            URI address = zeebe.grpcAddress();
            assertThat(partitions(zeebe)).contains("\"PROCESSING\"");

            zeebe.restart();
            assertThat(partitions(zeebe)).contains("\"PROCESSING\"");

            long killed = zeebe.pid();
            zeebe.kill();
            assertThat(ProcessHandle.of(killed)).isEmpty();
            zeebe.restart();

            assertThat(partitions(zeebe)).contains("\"PROCESSING\"");
            assertThat(zeebe.grpcAddress()).isEqualTo(address);
        }
    }

    @Test
    void aBrokerWithAControlledClockWaitsPausedUntilItIsResumed() throws Exception {
        var options = LocalZeebe.Options.MODEST.withControlledClock(true);
        try (var zeebe = LocalZeebe.start(directory, options)) {
            assertThat(partitions(zeebe)).contains("\"PAUSED\"");

            assertThat(post(zeebe, "/actuator/clock/add", "{\"offsetMilli\":-86400000}"))
                    .isEqualTo(200);
            assertThat(post(zeebe, "/actuator/partitions/resumeProcessing", "")).isEqualTo(200);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(partitions(zeebe)).contains("\"PROCESSING\""));

            zeebe.restart();
            assertThat(partitions(zeebe)).contains("\"PAUSED\"");
        }
    }

    @Test
    void onlyThisMachineReachesItAndNothingIsLeftAfterClosing() throws Exception {
        var zeebe = LocalZeebe.start(directory, LocalZeebe.Options.MODEST);
        long pid = zeebe.pid();
        try (zeebe) {
            for (InetAddress address : otherAddressesOfThisMachine()) {
                for (URI uri : java.util.List.of(zeebe.grpcAddress(), zeebe.managementAddress())) {
                    assertThatThrownBy(() -> new Socket(address, uri.getPort()).close())
                            .isInstanceOf(java.io.IOException.class);
                }
            }
        }

        assertThat(ProcessHandle.of(pid)).isEmpty();
        await().untilAsserted(
                        () -> assertThat(ProcessHandle.current().descendants()).isEmpty());
    }

    private static java.util.List<InetAddress> otherAddressesOfThisMachine() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private String partitions(LocalZeebe zeebe) throws Exception {
        var request = HttpRequest.newBuilder(zeebe.managementAddress().resolve("/actuator/partitions"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private int post(LocalZeebe zeebe, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(zeebe.managementAddress().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
