package nl.landingsbaan.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.contact.ContactResult;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.contact.NewContact;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.sharing.SharedDossiers;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of young people as a file. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class YoungPeopleFileTest {

    private static final String HEADING =
            "Voornaam;Achternaam;School van herkomst;Schooljaar;Fase;Uitkomst;Laatste contact";

    @Autowired
    TestRegions regions;

    @Autowired
    SharedDossiers dossiers;

    @Autowired
    YoungPeopleFile file;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestRegion region;

    @BeforeEach
    void aRegion() {
        region = regions.make(
                "bestand" + System.nanoTime(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(8).withMonth(9).withDayOfMonth(1));
    }

    @Test
    void theFileOpensInADutchSpreadsheetAndHoldsWhoIsOnTheScreen() {
        var transfer = regions.refer(region, "Zoë", "Ayşe; \"van\" Dijk");
        regions.refer(region, "Sem", "Bakker");
        contacts.log(region.mentor(), transfer, new NewContact("gesprek", ContactResult.GOOD));

        var csv = file.csv(region.mentor(), TransferFilter.ALL);

        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains(HEADING + "\r\n");
        assertThat(lines(region.mentor(), TransferFilter.ALL)).hasSize(2).satisfies(lines -> {
            assertThat(lines.getFirst())
                    .startsWith("Zoë;\"Ayşe; \"\"van\"\" Dijk\";")
                    .endsWith(";loopt;"
                            + DateTimeFormatter.ofPattern("dd-MM-yyyy").format(LocalDate.now(PlatformClock.ZONE)));
            assertThat(lines.getLast()).startsWith("Sem;Bakker;").endsWith(";loopt;nog geen");
        });
    }

    @Test
    void onlyThoseOfTheFilterThatIsOnAreInTheFile() {
        regions.refer(region, "Noor", "Verhuisman");
        regions.refer(region, "Sem", "Bakker");

        assertThat(lines(region.mentor(), new TransferFilter("Verhuisman", null, null, true)))
                .singleElement()
                .asString()
                .startsWith("Noor;");
        assertThat(lines(region.mentor(), new TransferFilter(null, null, null, false)))
                .isEmpty();
    }

    @Test
    void whoeverTakesNoPartGetsAnEmptyFile() {
        regions.refer(region, "Noor", "Verhuisman");

        assertThat(lines(region.coach(), TransferFilter.ALL)).isEmpty();
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsText() {
        for (var name : List.of("=HYPERLINK(1)", "+31", "-1", "@som")) {
            regions.refer(region, name, "Dekker");
        }

        assertThat(lines(region.mentor(), TransferFilter.ALL)).hasSize(4).allMatch(line -> line.startsWith("'"));
    }

    /** 002 F 22. */
    @Test
    void howItEndedIsUnknownToWhomThatIsNotSharedWith() {
        var shared = dossiers.region("bestand" + System.nanoTime());
        var transfer = dossiers.filled(shared, LocalDate.now(PlatformClock.ZONE).minusYears(19));
        transaction.executeWithoutResult(status -> jdbc.update(
                "UPDATE transfer SET ended_at = ?, outcome = 'gestopt' WHERE id = ?",
                Timestamp.from(Instant.now()),
                transfer.id()));

        assertThat(lines(shared.mentor(), TransferFilter.ALL))
                .singleElement()
                .asString()
                .contains(";n.v.t.;Gestopt;");
        assertThat(lines(shared.mbo(), TransferFilter.ALL))
                .singleElement()
                .asString()
                .contains(";n.v.t.;onbekend;");
    }

    @Test
    void takingTheListOutIsOnRecord() {
        file.csv(region.mentor(), TransferFilter.ALL);

        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE region_id = ? AND account_id = ? AND action = ?",
                        Integer.class,
                        region.region().id(),
                        region.mentor().accountId(),
                        AuditAction.LIST_DOWNLOADED.name()))
                .isEqualTo(1);
    }

    private List<String> lines(Actor actor, TransferFilter filter) {
        return Arrays.stream(new String(file.csv(actor, filter), StandardCharsets.UTF_8).split("\r\n"))
                .skip(1)
                .toList();
    }
}
