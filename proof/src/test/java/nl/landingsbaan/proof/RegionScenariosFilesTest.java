package nl.landingsbaan.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionScenariosFilesTest {

    @TempDir
    Path tenants;

    @BeforeEach
    void aRegionWithPeople() throws IOException {
        write("vooraf.yaml", "mensen:\n  - {naam: Mia, rol: mentor, organisatie: school}\n");
    }

    @Test
    void aWordThatIsUnknownIsNamedWithItsLineAndTheWordsThatAreKnown() throws IOException {
        write("een.yaml", """
                naam: Een
                jongere: Ada
                aanmelding: {dag: 2026-03-02, door: Mia}
                verloop:
                  - dag: 2026-03-03
                    takken: {Bellen: coach}
                """);

        assertThat(refused().getMessage())
                .contains("een.yaml, regel 6: 'takken' is hier onbekend.")
                .contains(
                        "antwoorden, dag, doet, door, fase, geweigerd, leden, meldt, plekken, taken, uiterlijk, uitkomst,"
                                + " verzet, wacht_op, zonder");
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() throws IOException {
        write("een.yaml", """
                jongere: Ada
                aanmelding: {dag: morgen}
                verloop:
                  - dag: 2026-03-03
                  - meldt: Intakedatum gemeld
                  - taken: {}
                    door: Mia
                """);

        assertThat(refused().mistakes())
                .extracting(mistake -> mistake.line() + " " + mistake.problem())
                .containsExactly(
                        "1 'naam' ontbreekt.",
                        "2 'door' ontbreekt.",
                        "2 De kalender heeft geen 'morgen'.",
                        "4 Op deze regel staat niet wat er dan zo is of gebeurt.",
                        "5 Wie meldt dit?",
                        "7 'door' hoort bij iets wat gedaan of gemeld wordt.");
    }

    @Test
    void aFileThatIsNoYamlIsNamedWithTheLineWhereReadingStopped() throws IOException {
        write("een.yaml", "naam: Een\njongere: [Ada\nverloop: {}\n");

        assertThat(refused().mistakes())
                .extracting(Mistake::line, Mistake::problem)
                .containsExactly(tuple(3, "Vanaf hier is het bestand geen leesbare YAML."));
    }

    @Test
    void aRegionThatIsNotThereIsSaidToBeSo() {
        var refused =
                catchThrowableOfType(ScenariosRefused.class, () -> RegionScenarios.read(tenants, List.of("atlantis")));

        assertThat(refused.getMessage()).contains("Er is geen regio 'atlantis'.");
    }

    private ScenariosRefused refused() {
        return catchThrowableOfType(ScenariosRefused.class, () -> RegionScenarios.read(tenants, List.of("proefstad")));
    }

    private void write(String name, String text) throws IOException {
        var folder = Files.createDirectories(tenants.resolve("proefstad").resolve("scenarios"));
        Files.writeString(folder.resolve(name), text);
    }
}
