package nl.landingsbaan.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the proof says when a region's route is not what its scenarios say. */
class ProofTest {

    private static final Path REGIONS = Path.of("src", "test", "resources", "regios");
    private static final String REGION = "proefstad";

    private static ProofSession session;
    private static ProofResult result;
    private static String report;

    @BeforeAll
    static void play() {
        session = ProofSession.start(
                REGIONS.resolve("processes"), REGIONS.resolve("tenants"), Path.of("target"), List.of(REGION), Map.of());
        result = session.play();
        report = String.join("\n", Report.lines(result, Duration.ofSeconds(1)));
    }

    @AfterAll
    static void end() {
        if (session != null) {
            session.close();
        }
    }

    @Test
    void aCycleFiresForEachPeriodHoweverFarApartTheDaysOfTheScenarioAre() {
        assertThat(journey("Elke week wordt er gebeld, ook als de klok weken verspringt")
                        .failure())
                .isEmpty();
    }

    @Test
    void whoeverIsTooManyWaitsForAPlaceUntilTheRegionHasOneMore() {
        assertThat(journey("Wie te veel is wacht, tot er een plek bij komt").failure())
                .isEmpty();
    }

    @Test
    void aFailureSaysWhereWhatWasExpectedWhatWasThereAndWhatCameBefore() {
        assertThat(failure("Kennismaken ligt bij de coach"))
                .contains("anders.yaml, regel 7, op 2026-03-11")
                .contains("verwacht: deze taken open 'Kennismaken' bij Coach, maar het was: 'Kennismaken' bij Mentor")
                .containsSubsequence(
                        "2026-03-02  Mia meldt de jongere aan; antwoorden: aanmeldreden, niveau",
                        "2026-03-02    open: 'Kennismaken' bij Mentor",
                        "2026-03-09    gebeurtenis: 'Elke week'",
                        "2026-03-09    open: 'Bellen' bij Coach",
                        "2026-03-10  Cas doet 'Bellen'; antwoorden: belverslag")
                .doesNotContain(SchoolYearPass.MARK);
    }

    @Test
    void anAnswerThatIsRefusedIsNamedByItsField() {
        assertThat(failure("Kennismaken kan zonder antwoord"))
                .contains("Mia doet 'Kennismaken'; verwacht: aangenomen, maar het was: geweigerd om gaat_door");
    }

    @Test
    void whereTheEngineIsStuckTheProofFailsAndNamesTheElement() {
        assertThat(result.regions().getFirst().incidents())
                .extracting(EngineRecords.Incident::elementId)
                .containsExactly("keuze");
        assertThat(report).contains("STORING: ").contains("bij klein/keuze");
    }

    @Test
    void anElementThatNoScenarioComesPastIsNamedUnlessTheRegionSaysWhy() {
        var coverage = result.regions().getFirst().coverage();

        assertThat(coverage.untouched()).extracting(ModelElement::address).containsExactly("klein/uitkomst_gestopt");
        assertThat(coverage.unproven()).hasSize(1).containsValue("stoppen beproeven we in een andere regio");
        assertThat(report)
                .contains(
                        "onderdelen   7 van 9 geraakt: taken 2/2, gebeurtenissen 1/1, pijlen uit keuzes 1/2, eindes 3/4")
                .contains("NIET GERAAKT: einde 'Gestopt' (klein/uitkomst_gestopt)")
                .contains("niet beproefd, met reden: pijl 'Gaat door? -> nee' (klein/gaat_niet_door)")
                .endsWith("NIET GOED: 1 regio, 6 scenario's, "
                        + result.regions().getFirst().assertions() + " controles, 7 van 9 onderdelen geraakt.");
    }

    @Test
    void whatTheRegionDoesNotKnowIsSaidWithFileAndLineBeforeAnythingIsPlayed() {
        var regions = session.context().getBean(Regions.class);
        var mistakes = new Cast(
                        regions,
                        session.context().getBean(Routes.class),
                        session.context().getBean(Places.class),
                        regions.byCode(REGION).orElseThrow(),
                        RegionScenarios.read(REGIONS.resolve("fouten"), List.of(REGION))
                                .getFirst())
                .mistakes();

        assertThat(mistakes)
                .extracting(mistake -> mistake.file().getFileName() + " " + mistake.line() + " " + mistake.problem())
                .containsExactly(
                        "vooraf.yaml 6 Het formulier van 'Kennismaken' vraagt niet naar 'schoenmaat'.",
                        "onbekend.yaml 6 'Kenismaken' is niet een taak van Regio Proefstad.",
                        "onbekend.yaml 7 De kalender heeft geen 'carnaval'.",
                        "onbekend.yaml 9 'Piet' is niet iemand van Regio Proefstad.",
                        "onbekend.yaml 10 2026-03-04 is 2026-03-04 en ligt voor de regel erboven (2026-03-09).",
                        "onbekend.yaml 11 'juf' is niet een rol van Regio Proefstad.",
                        "onbekend.yaml 12 'geslaagd' is niet een uitkomst van Regio Proefstad.",
                        "onbekend.yaml 13 'logeren' is niet een soort plek van Regio Proefstad.",
                        "onbekend.yaml 14 'zwemmen' is niet een soort plek van Regio Proefstad.");
    }

    private static String failure(String scenario) {
        return journey(scenario).failure().orElseThrow().getMessage();
    }

    private static Journey journey(String name) {
        return result.regions().getFirst().journeys().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
