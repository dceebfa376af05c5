package nl.landingsbaan.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.history.History;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
@ExtendWith(OutputCaptureExtension.class)
class TenantLoaderTest {

    private static final Path LIBRARY = Path.of("..", "processes");
    private static final Path ARNHEM = Path.of("..", "tenants", "arnhem");

    @Autowired
    Regions regions;

    @Autowired
    Places places;

    @Autowired
    Routes routes;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @TempDir
    Path tenants;

    @Test
    void aNewRegionIsTakenInWithItsRouteAndOnlyOnce() throws IOException {
        likeArnhem("velp");

        loader().load();
        loader().load();

        var region = regions.byCode("velp").orElseThrow();
        assertThat(regions.organisations(region.id())).hasSize(10);
        assertThat(region.settings().parameters()).containsEntry("evaluatie_weken_entree", 5);
        assertThat(routes.current(region.id()).orElseThrow().number()).isEqualTo(1);
        assertThat(publications(region.id())).isPositive();
    }

    @Test
    void aRegionThatIsThereIsLeftAloneWhateverItsFileSays() throws IOException {
        likeArnhem("rheden");
        loader().load();
        Files.writeString(tenants.resolve("rheden").resolve(RegionFile.NAME), "dit is geen regio");

        loader().load();

        assertThat(regions.byCode("rheden")).isPresent();
    }

    @Test
    void nodesThatStartTogetherTakeARegionInOnce() throws Exception {
        likeArnhem("westervoort");

        try (var nodes = Executors.newFixedThreadPool(4)) {
            var starts = nodes.invokeAll(Collections.nCopies(4, () -> {
                loader().load();
                return true;
            }));
            for (var start : starts) {
                assertThat(start.get()).isEqualTo(true);
            }
        }

        var region = regions.byCode("westervoort").orElseThrow();
        assertThat(routes.current(region.id()).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void theRegionsOwnFileReplacesTheLibrarysOfTheSameName() throws IOException {
        likeArnhem("duiven");
        var own = Files.createDirectory(tenants.resolve("duiven").resolve("route"));
        var form = Files.readString(LIBRARY.resolve("start-en-go").resolve("startcheck.form"));
        Files.writeString(own.resolve("startcheck.form"), form.replace("### Is de jongere begonnen?", "Van Duiven"));
        Files.writeString(
                tenants.resolve("duiven").resolve("velden.yaml"),
                "\ngestart:\n  label: Begonnen?\n",
                StandardOpenOption.APPEND);

        loader().load();

        var version =
                routes.current(regions.byCode("duiven").orElseThrow().id()).orElseThrow();
        assertThat(routes.form(version.id(), "startcheck").fields())
                .extracting("text", "label")
                .contains(tuple("Van Duiven", null), tuple(null, "Begonnen?"));
    }

    @Test
    void aFormThatAsksForAnUnknownFieldIsNamedWithFileAndLine() throws IOException {
        likeArnhem("arnhem-zuid");
        var own = Files.createDirectory(tenants.resolve("arnhem-zuid").resolve("route"));
        var form = Files.readString(LIBRARY.resolve("start-en-go").resolve("startcheck.form"));
        Files.writeString(
                own.resolve("startcheck.form"), form.replace("\"key\": \"gestart_op\"", "\"key\": \"eerste_dag\""));

        var refused = catchThrowableOfType(TenantRefused.class, () -> loader().load());

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(own.resolve("startcheck.form"));
            assertThat(problem.line()).isGreaterThan(1);
            assertThat(problem.problem()).isEqualTo("'eerste_dag': Dit veld staat niet in de veldenlijst.");
        });
    }

    @Test
    void aFaultyDrawingIsNamedWithFileAndLineAndNothingIsStored() throws IOException {
        likeArnhem("doesburg");
        var own = Files.createDirectory(tenants.resolve("doesburg").resolve("route"));
        var drawing = Files.readString(LIBRARY.resolve("start-en-go").resolve("start-en-go.bpmn"));
        Files.writeString(
                own.resolve("start-en-go.bpmn"),
                drawing.replace("candidateGroups=\"programmaleider\"", "candidateGroups=\"kok\"")
                        .replace("candidateGroups=\"coordinator\"", "candidateGroups=\"kok\""));

        var refused = catchThrowableOfType(TenantRefused.class, () -> loader().load());

        assertThat(refused.problems()).isNotEmpty().first().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(own.resolve("start-en-go.bpmn"));
            assertThat(problem.line()).isGreaterThan(1);
            assertThat(problem.problem()).contains("kok");
        });
        assertThat(regions.byCode("doesburg")).isEmpty();
    }

    @Test
    void whatTheRouteReadsAndTheRegionLacksIsNamedWithTheLineOfTheDrawing() throws IOException {
        likeArnhem("rozendaal");
        var file = tenants.resolve("rozendaal").resolve(RegionFile.NAME);
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("(?m)^  evaluatie_weken_overig: 10$", "")
                        .replaceFirst("(?m)^  vsv: .*$", "")
                        .replace("veld: gestart", "veld: begonnen")
                        .replaceFirst("(?s)(veld: op_school\\s+waarde: )\"ja\"", "$1misschien"));

        var refused = catchThrowableOfType(TenantRefused.class, () -> loader().load());

        assertThat(refused.problems())
                .extracting(TenantFileProblem::problem)
                .containsExactlyInAnyOrder(
                        "De route leest de parameter 'evaluatie_weken_overig', en die heeft de regio niet.",
                        "De uitkomst 'vsv' heeft geen naam.",
                        "Geen formulier van de route vraagt naar 'begonnen'.",
                        "De vraag 'op_school' kan niet met 'misschien' beantwoord worden.");
        assertThat(refused.problems()).allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.file()).isRegularFile();
        });
    }

    @Test
    void theHistoryOfARegionComesInWithItOnce() throws IOException {
        likeArnhem("oosterbeek");

        loader().load();
        loader().load();

        var region = regions.byCode("oosterbeek").orElseThrow();
        assertThat(history.totals(region.id()))
                .extracting(total -> total.amount().most())
                .containsExactly(105, 81, 60);
    }

    @Test
    void aMistakeInTheHistoryIsNamedWithFileAndLineAndNothingIsStored() throws IOException {
        likeArnhem("wageningen");
        var file = tenants.resolve("wageningen").resolve("historie").resolve("totalen.csv");
        var lines = Files.readAllLines(file);
        lines.set(2, lines.get(2).replace(";81;", ";veel;"));
        Files.write(file, lines);
        var again = file.resolveSibling("zelfde.csv");
        Files.write(again, List.of(lines.get(0), lines.get(1)));

        var refused = catchThrowableOfType(TenantRefused.class, () -> loader().load());

        assertThat(refused.problems())
                .extracting(TenantFileProblem::file, TenantFileProblem::line, TenantFileProblem::problem)
                .containsExactly(
                        tuple(file, 3, "'veel' is geen getal en geen bereik dat oploopt."),
                        tuple(again, 2, "Deze regel staat ook in totalen.csv."));
        assertThat(regions.byCode("wageningen")).isEmpty();
    }

    @Test
    void aRouteThatTheLibraryLacksIsRefused() throws IOException {
        likeArnhem("zevenaar");
        var file = tenants.resolve("zevenaar").resolve(RegionFile.NAME);
        Files.writeString(file, Files.readString(file).replace("route: start-en-go", "route: stop-en-go"));

        assertThatThrownBy(() -> loader().load())
                .isInstanceOfSatisfying(
                        TenantRefused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(TenantFileProblem::problem)
                                .containsExactly("In deze map ligt geen tekening van een route."));
    }

    @Test
    void whereRegionsAreNamedNoOtherIsTakenIn() throws IOException {
        likeArnhem("oosterbeek");
        likeArnhem("velp");

        loader("velp").load();

        assertThat(regions.byCode("velp")).isPresent();
        assertThat(regions.byCode("oosterbeek")).isEmpty();
    }

    @Test
    void aMistakeStopsTheStartWithTheLineAndWithoutAStackTrace(CapturedOutput output) throws IOException {
        likeArnhem("renkum");
        var file = tenants.resolve("renkum").resolve(RegionFile.NAME);
        Files.writeString(file, Files.readString(file).replace("drempel: 5", "drempel: vijf"));

        assertThatThrownBy(() -> new SpringApplicationBuilder(TestPlatform.class)
                        .properties(
                                "landingsbaan.tenants=" + tenants,
                                "landingsbaan.library=" + LIBRARY,
                                "landingsbaan.servers=none",
                                property("spring.datasource.url"),
                                property("spring.datasource.username"),
                                property("spring.datasource.password"),
                                property("landingsbaan.vault.master-key"),
                                property("landingsbaan.engine.grpc-address"))
                        .run())
                .hasRootCauseInstanceOf(TenantRefused.class);

        assertThat(output).contains("APPLICATION FAILED TO START", "regel 12: 'drempel' is geen geheel getal");
        assertThat(output.getAll()).doesNotContain("nl.landingsbaan.platform.tenant.TenantRefused");
    }

    private String property(String name) {
        return name + "=" + environment.getRequiredProperty(name);
    }

    private TenantLoader loader(String... wanted) {
        return new TenantLoader(
                new TenantProperties(LIBRARY.toString(), tenants.toString(), List.of(wanted)),
                regions,
                places,
                routes,
                history,
                transaction,
                json);
    }

    private void likeArnhem(String code) throws IOException {
        FileSystemUtils.copyRecursively(ARNHEM, tenants.resolve(code));
        var file = tenants.resolve(code).resolve(RegionFile.NAME);
        Files.writeString(file, Files.readString(file).replace("code: arnhem", "code: " + code));
    }

    private long publications(long regionId) {
        return jdbc.sql("SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE SERIALIZED_EVENT LIKE ?")
                .param("%\"regionId\":" + regionId + ",%")
                .query(Long.class)
                .single();
    }
}
