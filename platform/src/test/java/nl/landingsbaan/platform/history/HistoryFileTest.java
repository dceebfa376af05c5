package nl.landingsbaan.platform.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.landingsbaan.platform.region.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {

    private static final String TOTALS = "programma;meting;periode;categorie;waarde;eenheid;gemeten_op;bron\n";
    private static final String TRANSFERS =
            "nummer;schooljaar;programma;uitkomst;diploma;bestemming;bestemming_niveau;reden;gemeten_op;bron\n";
    private static final List<Measure> MEASURES = List.of(new Measure("deelnemers", "Deelnemers", null, null, 100));

    @ParameterizedTest
    @EnumSource
    void theExampleOfEachLayoutCanBeReadAsItIs(HistoryLayout layout) {
        var file = HistoryFile.read(HistoryExample.of(layout), MEASURES);

        assertThat(file.problems()).isEmpty();
        assertThat(file.layout()).isEqualTo(layout);
        assertThat(file.lines()).isGreaterThan(3);
    }

    @Test
    void aPrintedTotalIsReadWithWhatItIsOfAndWhenItWasMeasured() {
        var file = read(TOTALS + "Coaching;Stand;2022;Diploma;3 à 4;jongeren;oktober;Rapport\n"
                + "Coaching;Stand;2022;Diploma;3 à 4;jongeren;uiterlijk 2024-10;Rapport\n");

        assertThat(file.totals()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(3);
            assertThat(line.value().amount().printed()).isEqualTo("3 à 4");
            assertThat(line.value().measuredOn()).isEqualTo(new MeasuredOn("2024-10", true));
        });
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo("gemeten_op");
            assertThat(problem.problem()).isEqualTo("'oktober' is geen datum.");
        });
    }

    @Test
    void aClosedTransferIsReadAndWhatIsNotToldIsNotKnown() {
        var file = read(TRANSFERS + "1;2024-2025;Entree;afgerond;ja;mbo;2;;31-7-2025;Rapport\n");

        var transfer = file.transfers().getFirst().value();
        assertThat(transfer.outcome()).isEqualTo(PastOutcome.COMPLETED);
        assertThat(transfer.diploma()).isEqualTo(Diploma.YES);
        assertThat(transfer.destination()).isEqualTo(Destination.MBO);
        assertThat(transfer.startsOn()).isNull();
        assertThat(transfer.origin()).isEmpty();
        assertThat(transfer.measuredOn())
                .isEqualTo(new MeasuredOn(LocalDate.of(2025, 7, 31).toString(), false));
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsLineColumnAndTheWayOut() {
        var file = read(TRANSFERS
                + "123456782;2024-2025;Entree;afgerond;ja;mbo;2;;2025;Rapport\n"
                + "2;2024-2026;Entree;geslaagd;misschien;mbo;5;;2025;Rapport\n"
                + "3;2024-2025;;gestopt;;werk;2;Ging bij zijn oom Jan werken;2025;\n");

        assertThat(file.problems())
                .extracting(HistoryProblem::line, HistoryProblem::column)
                .containsExactlyInAnyOrder(
                        tuple(2, "nummer"),
                        tuple(3, "schooljaar"),
                        tuple(3, "uitkomst"),
                        tuple(3, "diploma"),
                        tuple(3, "bestemming_niveau"),
                        tuple(4, "programma"),
                        tuple(4, "bestemming"),
                        tuple(4, "reden"),
                        tuple(4, "bron"));
        assertThat(file.problems())
                .allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
        assertThat(file.transfers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Voornaam",
                "achternaam",
                "Naam",
                "leerling",
                "BSN",
                "geboortedatum",
                "E-mailadres",
                "Telefoon",
                "student nummer"
            })
    void aColumnThatLooksLikeANameIsRefused(String heading) {
        var file = read(TRANSFERS.strip() + ";" + heading + "\n1;2024-2025;Entree;afgerond;ja;mbo;2;;2025;Rapport;x\n");

        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.problem()).contains("lijkt op een naam of een ander persoonsgegeven");
            assertThat(problem.remedy()).contains("Haal de kolom weg");
        });
        assertThat(file.lines()).isZero();
    }

    @Test
    void aMailAddressIsRefusedWhereverItStands() {
        assertThat(read(TOTALS + "Coaching;Stand;2022;;4;jongeren;2024;iemand@school.example\n")
                        .problems())
                .extracting(HistoryProblem::problem)
                .containsExactly("Hier staat een mailadres.");
    }

    @Test
    void aColumnThatIsNotThereOrDoesNotBelongIsNamed() {
        assertThat(read("programma;meting;periode;waarde;kleur\nA;B;2022;1;rood\n")
                        .problems())
                .extracting(HistoryProblem::problem)
                .containsExactlyInAnyOrder(
                        "De kolom 'kleur' hoort hier niet.", "Deze kolommen ontbreken: eenheid, gemeten_op, bron.");
    }

    @Test
    void theSameLineTwiceIsRefusedBecauseItWouldCountTwice() {
        var line = "Coaching;Stand;2022;Diploma;4;jongeren;2024;Rapport\n";

        assertThat(read(TOTALS + line + line.replace(";4;", ";5;")).problems())
                .extracting(HistoryProblem::line, HistoryProblem::problem)
                .containsExactly(tuple(3, "Deze regel staat ook op regel 2."));
    }

    @ParameterizedTest
    @CsvSource({
        "2022;;rest;jongeren, kan alleen bij een categorie",
        "2022;Diploma;alle;jongeren, is een totaal nodig",
        "samen;Diploma;4;jongeren, horen bij elkaar",
        "2022;Diploma;som;jongeren, horen bij elkaar",
        "samen;Diploma;som;jongeren, Er is niets om op te tellen"
    })
    void whatCannotBeComputedIsRefused(String cells, String problem) {
        assertThat(read(TOTALS + "Coaching;Stand;" + cells + ";2024;Rapport\n").problems())
                .singleElement()
                .satisfies(each -> assertThat(each.problem()).contains(problem));
    }

    @Test
    void oneTableCountsOneThing() {
        assertThat(read(TOTALS + "Coaching;Stand;2022;;4;jongeren;2024;Rapport\n"
                                + "Coaching;Stand;2023;;4;trajecten;2024;Rapport\n")
                        .problems())
                .extracting(HistoryProblem::problem)
                .containsExactly("Deze meting telt op regel 2 iets anders: jongeren.");
    }

    @Test
    void aMeasureThatTheRegionDoesNotHaveIsRefused() {
        var head = TOTALS.strip() + ";meetpunt\n";

        assertThat(read(head + "Coaching;Stand;2023-2024;;4;jongeren;2024;Rapport;gestart\n")
                        .problems())
                .extracting(HistoryProblem::problem, HistoryProblem::remedy)
                .containsExactly(tuple("Het meetpunt 'gestart' bestaat niet.", "Kies een van: deelnemers."));
        assertThat(read(head + "Coaching;Stand;2023;;4;jongeren;2024;Rapport;deelnemers\n")
                        .problems())
                .extracting(HistoryProblem::problem)
                .containsExactly("Een meetpunt telt per schooljaar, en '2023' is geen schooljaar.");
    }

    @Test
    void whateverASpreadsheetMakesOfItIsRead() {
        var text =
                (TOTALS + "Coaching;Stand;2022;;3 à 4;jongeren;1-10-2024;\"Rapport; deel 1\"\n").replace("\n", "\r\n");
        var windows = HistoryFile.read(text.getBytes(Charset.forName("windows-1252")), MEASURES);

        assertThat(windows.problems()).isEmpty();
        assertThat(windows.totals().getFirst().value().source()).isEqualTo("Rapport; deel 1");
        assertThat(windows).isEqualTo(HistoryFile.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), MEASURES));
    }

    @Test
    void whatIsNoCsvOrEmptyIsSaidInWords() {
        assertThat(read("").problems())
                .extracting(HistoryProblem::problem)
                .containsExactly("In dit bestand staat niets.");
        assertThat(read("PK\0\0").problems())
                .extracting(HistoryProblem::problem)
                .containsExactly("Dit is geen CSV-bestand.");
        assertThat(read(TOTALS + "Coaching;\"Stand;2022\n").problems())
                .extracting(HistoryProblem::problem)
                .containsExactly("Dit bestand is niet te lezen: er staat een aanhalingsteken te veel of te weinig in.");
    }

    private static HistoryFile read(String text) {
        return HistoryFile.read(text.getBytes(StandardCharsets.UTF_8), MEASURES);
    }
}
