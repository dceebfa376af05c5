package nl.landingsbaan.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.region.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new region is a folder: made as the README shows, taken in, and played on the engine. */
class NewRegionTest {

    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final String CODE = "nieuwe-regio";
    private static final String NAME = "Regio \"Nieuw\" & \\ Co: 's avonds #1";

    private record Said(int status, String text) {}

    @TempDir
    Path tenants;

    @Test
    void aRegionMadeFromTheTemplateIsTakenInAndDoesWhatItsScenariosSay() throws Exception {
        assertThat(make(CODE, NAME).text()).contains("./landingsbaan proef " + CODE);

        try (var session =
                ProofSession.start(HOUSE.resolve("processes"), tenants, Path.of("target"), List.of(CODE), Map.of())) {
            var result = session.play();

            assertThat(session.context()
                            .getBean(Regions.class)
                            .byCode(CODE)
                            .orElseThrow()
                            .name())
                    .isEqualTo(NAME);
            assertThat(result.isGood())
                    .as(String.join("\n", Report.lines(result, Duration.ZERO)))
                    .isTrue();
        }
    }

    @Test
    void aRegionThatIsThereIsLeftAsItIs() throws Exception {
        var file = Files.createDirectory(tenants.resolve("venlo")).resolve("region.yaml");
        Files.writeString(file, "van venlo");

        var said = make("venlo", "Regio Venlo");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("Er is al een regio 'venlo'");
        assertThat(file).hasContent("van venlo");
    }

    @Test
    void aCodeThatCannotBeIsRefusedWithWhatCan() throws Exception {
        for (var code : List.of("Venlo", "../venlo", "noord limburg", "1e", "venlo-", "é", "a".repeat(41))) {
            var said = make(code, "Regio Venlo");

            assertThat(said.status()).as(code).isEqualTo(1);
            assertThat(said.text()).contains("De code '" + code + "' kan niet.").contains("zoals 'venlo'");
        }
        assertThat(make("venlo", " ").text()).contains("Geef de code en de naam van de regio");
        assertThat(tenants).isEmptyDirectory();
    }

    private Said make(String code, String name) throws IOException, InterruptedException {
        var command = new ProcessBuilder("./landingsbaan", "regio", code, name)
                .directory(HOUSE.toFile())
                .redirectErrorStream(true);
        command.environment().put("LANDINGSBAAN_TENANTS", tenants.toString());
        var process = command.start();
        var text = new String(process.getInputStream().readAllBytes());
        return new Said(process.waitFor(), text);
    }
}
