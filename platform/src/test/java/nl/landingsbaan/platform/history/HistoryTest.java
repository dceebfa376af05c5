package nl.landingsbaan.platform.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditEntry;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class HistoryTest {

    private static final AtomicInteger REGIONS = new AtomicInteger();
    private static final String TOTALS =
            "programma;meting;periode;categorie;waarde;eenheid;gemeten_op;bron;meetpunt;openbaar\n";
    private static final String LINE = "Coaching;Stand;2022;%s;%s;jongeren;2024-10;Rapport;;ja\n";
    private static final String TRANSFERS = "nummer;schooljaar;programma;uitkomst;gemeten_op;bron\n";

    @Autowired
    History history;

    @Autowired
    TestRegions regions;

    @Autowired
    AuditLog audit;

    TestRegion region;
    Actor administrator;

    @BeforeEach
    void aRegionWithAnAdministrator() {
        region = regions.make("geschiedenis" + REGIONS.incrementAndGet(), LocalDate.of(2026, 9, 1));
        administrator = regions.actor(region.region(), "beheerder", "programma");
    }

    @Test
    void aFileComesInWithWhoDidItAndWhen() {
        assertThat(apply(TOTALS + LINE.formatted("", "47") + LINE.formatted("Diploma", "12")))
                .isEqualTo(2);

        assertThat(history.totals(administrator.regionId()))
                .extracting(PrintedTotal::category, total -> total.amount().printed(), PrintedTotal::isPublic)
                .containsExactly(tuple("", "47", true), tuple("Diploma", "12", true));
        var imported = history.imports(administrator).getFirst();
        assertThat(imported)
                .extracting(HistoryImport::fileName, HistoryImport::lines, HistoryImport::importedBy)
                .containsExactly("bestand.csv", 2, administrator.displayName());
        assertThat(audit.about(administrator.regionId(), AuditSubject.HISTORY_IMPORT, imported.id(), 10))
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.HISTORY_IMPORTED);
    }

    @Test
    void aFileWithOneMistakeComesInNotAtAll() {
        assertThatThrownBy(() -> apply(TOTALS + LINE.formatted("", "47") + LINE.formatted("Diploma", "veel")))
                .isInstanceOf(HistoryRefused.class)
                .hasMessageContaining("Er is niets ingelezen");

        assertThat(history.totals(administrator.regionId())).isEmpty();
        assertThat(history.imports(administrator)).isEmpty();
    }

    @Test
    void thePreviewStoresNothing() {
        var preview = history.preview(administrator, bytes(TOTALS + LINE.formatted("", "47")));

        assertThat(preview.added()).isEqualTo(1);
        assertThat(history.totals(administrator.regionId())).isEmpty();
    }

    @Test
    void theSameFileAgainDoesNotCountTwiceAndThatIsSaid() {
        var file = TOTALS + LINE.formatted("", "47") + LINE.formatted("Diploma", "12");
        apply(file);

        assertThat(history.preview(administrator, bytes(file)))
                .extracting(HistoryPreview::added, HistoryPreview::present)
                .containsExactly(0, 2);
        assertThatThrownBy(() -> apply(file))
                .isInstanceOf(HistoryRefused.class)
                .hasMessage("Alles uit dit bestand is al eerder ingelezen. Er is niets bijgekomen.");
        assertThat(apply(file + LINE.formatted("Gestopt", ""))).isEqualTo(1);
        assertThat(history.totals(administrator.regionId())).hasSize(3);
    }

    @Test
    void aLineThatSaysSomethingElseThanBeforeIsRefusedWithItsLine() {
        apply(TOTALS + LINE.formatted("", "47"));
        apply(TRANSFERS + "1;2024-2025;Entree;gestopt;2025;Rapport\n");

        assertThat(history.preview(administrator, bytes(TOTALS + LINE.formatted("", "48")))
                        .problems())
                .extracting(HistoryProblem::line, HistoryProblem::problem)
                .containsExactly(tuple(2, "Deze regel is al eerder ingelezen, met andere gegevens."));
        assertThat(history.preview(administrator, bytes(TRANSFERS + "1;2024-2025;Entree;afgerond;2025;Rapport\n"))
                        .problems())
                .extracting(HistoryProblem::line)
                .containsExactly(2);
    }

    @Test
    void aMeasureHasOnePrintedTotalInASchoolYear() {
        var line = "%s;Deelnemers;2023-2024;;105;jongeren;2024;Rapport;deelnemers;ja\n";
        apply(TOTALS + line.formatted("Coaching"));

        assertThat(history.preview(administrator, bytes(TOTALS + line.formatted("Iets anders")))
                        .problems())
                .extracting(HistoryProblem::column)
                .containsExactly("meetpunt");
    }

    @Test
    void whatIsTakenBackCountsNoLongerAndCanComeInAgain() {
        var file = TOTALS + LINE.formatted("", "47");
        apply(file);
        apply(TRANSFERS + "1;2024-2025;Entree;gestopt;2025;Rapport\n");
        var totals = history.imports(administrator).stream()
                .filter(each -> each.layout() == HistoryLayout.TOTALS)
                .findFirst()
                .orElseThrow();

        history.takeBack(administrator, totals.id());

        assertThat(history.totals(administrator.regionId())).isEmpty();
        assertThat(history.closedTransfers(administrator.regionId())).hasSize(1);
        assertThat(history.imports(administrator))
                .filteredOn(HistoryImport::isTakenBack)
                .singleElement()
                .satisfies(each -> assertThat(each.takenBackBy()).isEqualTo(administrator.displayName()));
        assertThatThrownBy(() -> history.takeBack(administrator, totals.id()))
                .isInstanceOf(HistoryRefused.class)
                .hasMessage("Dit bestand is al teruggehaald.");
        assertThat(apply(file)).isEqualTo(1);
    }

    @Test
    void onlyAnAdministratorOfTheRegionCanDoThis() {
        apply(TOTALS + LINE.formatted("", "47"));
        var id = history.imports(administrator).getFirst().id();
        var other = regions.make("geschiedenis" + REGIONS.incrementAndGet(), LocalDate.of(2026, 9, 1));
        var stranger = regions.actor(other.region(), "beheerder", "programma");

        assertThatThrownBy(() -> history.takeBack(stranger, id)).isInstanceOf(HistoryRefused.class);
        assertThatThrownBy(() -> history.takeBack(region.coordinator(), id)).isInstanceOf(HistoryRefused.class);
        assertThatThrownBy(() -> history.imports(region.mentor())).isInstanceOf(HistoryRefused.class);
        assertThatThrownBy(() -> history.preview(region.coach(), bytes(TOTALS))).isInstanceOf(HistoryRefused.class);
        assertThat(history.totals(administrator.regionId())).hasSize(1);
        assertThat(history.totals(stranger.regionId())).isEmpty();
        assertThat(history.imports(stranger)).isEmpty();
    }

    private int apply(String file) {
        return history.apply(administrator, "bestand.csv", bytes(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
