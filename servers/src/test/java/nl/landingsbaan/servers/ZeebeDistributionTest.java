package nl.landingsbaan.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeebeDistributionTest {

    @TempDir
    Path checkout;

    @Test
    void isFoundInTheFolderAboveTheWorkingDirectory() throws IOException {
        Path home = checkout.resolve(".landingsbaan/camunda-zeebe-8.6.0");
        Files.createDirectories(home.resolve("bin"));
        Files.createFile(home.resolve("bin/broker"));
        Path below = Files.createDirectories(checkout.resolve("ui/target"));

        assertThat(ZeebeDistribution.searchUpwards(below).home()).isEqualTo(home);
    }

    @Test
    void itsAbsenceIsToldWithWhatToDo() throws IOException {
        Files.createDirectories(checkout.resolve(".landingsbaan/camunda-zeebe-8.6.0"));

        assertThatThrownBy(() -> ZeebeDistribution.searchUpwards(checkout))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("./landingsbaan")
                .hasMessageContaining("landingsbaan.zeebe.home");
    }
}
