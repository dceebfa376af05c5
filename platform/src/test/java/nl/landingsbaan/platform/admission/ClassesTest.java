package nl.landingsbaan.platform.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.Transfers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** A class from a file: what is wrong is said by row, and nothing is ever half done. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class ClassesTest {

    private static final Logger log = LoggerFactory.getLogger(ClassesTest.class);
    private static final String HEAD = "Voornaam;Achternaam;Geboortedatum;Niveau;Waarom meldt u aan?\n";
    private static final int BORN = LocalDate.now(PlatformClock.ZONE).getYear() - 17;
    private static int count;

    @Autowired
    TestRegions regions;

    @Autowired
    Classes classes;

    @Autowired
    Transfers transfers;

    @Autowired
    Referrals referrals;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    TestRegion region;
    Actor mentor;

    @BeforeEach
    void aRegion() {
        region = regions.make(
                "klas" + ++count,
                LocalDate.now(PlatformClock.ZONE).plusMonths(8).withMonth(9).withDayOfMonth(1));
        mentor = region.mentor();
    }

    @Test
    void aFileOfTwoThousandRowsWithFiftyFaultyOnesGivesExactlyThoseFiftyAndTheOthersComeIn() {
        var faulty = IntStream.range(0, 50).map(i -> 3 + i * 39).boxed().collect(Collectors.toCollection(TreeSet::new));
        var file = new StringBuilder(HEAD);
        for (var row = 2; row <= 2001; row++) {
            file.append(line(row, faulty.contains(row) ? row % 5 : -1));
        }

        var begin = System.nanoTime();
        var preview = classes.preview(mentor, bytes(file.toString()));
        var shown = System.nanoTime();
        assertThatThrownBy(() -> classes.refer(mentor, preview, Map.of(), false))
                .isInstanceOf(ClassImportRefused.class);
        assertThat(people()).isZero();
        var referred = classes.refer(mentor, preview, Map.of(), true);
        var done = System.nanoTime();
        log.info("Preview {} ms, referring {} ms", (shown - begin) / 1_000_000, (done - shown) / 1_000_000);

        assertThat(preview.rows()).hasSize(2000);
        assertThat(preview.problems().stream().map(RowProblem::row).collect(Collectors.toSet()))
                .isEqualTo(faulty);
        assertThat(referred).hasSize(1950).doesNotHaveDuplicates();
        assertThat(people()).isEqualTo(1950);
        assertThat(transfers.list(mentor, TransferFilter.ALL, 0, 3000)).hasSize(1950);
        assertThat(Duration.ofNanos(done - begin)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void whatIsWrongIsSaidByRowAndColumnWithTheWayOut() {
        var preview = classes.preview(
                mentor,
                bytes(HEAD + ";Bakker;31-12-" + BORN + ";Entree;\n" + "Sem;Visser;31-02-" + BORN + ";Entree;\n"
                        + "Lina;Smit;" + BORN + "-12-31;Niveau 9;\n" + "Mo;Ali;31-12-1950;Entree;\n"
                        + "Daan;Mol;31-12-" + BORN + ";;\n" + "Eva;Bos;31-12-" + BORN + ";Entree;\n" + "eva;BOS;31-12-"
                        + BORN + ";niveau_2;\n"));

        assertThat(preview.problems())
                .extracting(RowProblem::row, RowProblem::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "Voornaam"),
                        org.assertj.core.groups.Tuple.tuple(3, "Geboortedatum"),
                        org.assertj.core.groups.Tuple.tuple(4, "Niveau"),
                        org.assertj.core.groups.Tuple.tuple(5, "Geboortedatum"),
                        org.assertj.core.groups.Tuple.tuple(6, "Niveau"),
                        org.assertj.core.groups.Tuple.tuple(8, "Achternaam"));
        assertThat(preview.problems())
                .extracting(RowProblem::message)
                .contains(
                        "Deze datum bestaat niet. Vul in als 31-12-2008.",
                        "'Niveau 9' is geen keuze bij 'Niveau'. Kies uit: Entree, Niveau 2.",
                        "Deze jongere staat ook op rij 7. Haal een van de twee weg.");
        assertThat(preview.number(RowState.NEW)).isEqualTo(1);
        assertThat(preview.number(RowState.DOUBLE)).isEqualTo(1);
    }

    @Test
    void theListOfErrorsHoldsNoFormulaThatASpreadsheetWouldRun() {
        var preview =
                classes.preview(mentor, bytes(HEAD + "Sem;Visser;=HYPERLINK(\"http://kwaad.example\");Entree;\n"));

        assertThat(new String(classes.problemsCsv(preview), StandardCharsets.UTF_8))
                .contains("'=HYPERLINK")
                .doesNotContain(";=")
                .doesNotContain(";\"=");
    }

    @Test
    void theFileMayBeSavedByAnyProgram() throws IOException {
        var line = "Zoë;Müller;31-12-" + BORN + ";Entree;\"Twee\nregels\"\n";
        var commas = (HEAD + line).replace(';', ',');
        var windows = (HEAD + line).getBytes(Charset.forName("windows-1252"));

        for (var content : List.of(bytes(HEAD + line), bytes("\uFEFF" + HEAD + line), bytes(commas), windows, xlsx())) {
            var preview = classes.preview(mentor, content);
            assertThat(preview.problems()).isEmpty();
            assertThat(preview.rows()).singleElement().satisfies(row -> {
                assertThat(row.referral().firstName()).isEqualTo("Zoë");
                assertThat(row.referral().lastName()).isEqualTo("Müller");
                assertThat(row.referral().birthDate()).isEqualTo(LocalDate.of(BORN, 12, 31));
                assertThat(row.referral().answers()).containsEntry("niveau", "entree");
            });
        }
    }

    @Test
    void whatIsNoListOfYoungPeopleIsRefusedInWords() {
        assertThatThrownBy(() -> classes.preview(mentor, bytes("Naam;Leeftijd\nNoor;17\n")))
                .isInstanceOf(ClassFileRefused.class)
                .hasMessageContaining("'Voornaam', 'Achternaam', 'Geboortedatum'");
        assertThatThrownBy(() -> classes.preview(mentor, new byte[0])).isInstanceOf(ClassFileRefused.class);
        assertThatThrownBy(() -> classes.preview(mentor, bytes(HEAD))).isInstanceOf(ClassFileRefused.class);
        assertThatThrownBy(() -> classes.preview(mentor, new byte[] {'P', 'K', 3, 4, 0, 0}))
                .isInstanceOf(ClassFileRefused.class);
        assertThatThrownBy(() -> classes.preview(mentor, new byte[] {1, 0, 2, 0}))
                .isInstanceOf(ClassFileRefused.class);
    }

    @Test
    void theTemplateHasTheColumnsOfTheReferralFormAndTheChoices() throws IOException {
        assertThat(new String(classes.templateCsv(mentor), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFVoornaam *;Achternaam *;Geboortedatum *;Waarom meldt u aan?;Niveau *\r\n");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(classes.templateXlsx(mentor)))) {
            var choices = workbook.findSheet("Keuzes").orElseThrow().read();
            assertThat(choices).flatExtracting(ClassesTest::texts).contains("Niveau *", "Entree", "Niveau 2");
        }
        assertThatThrownBy(() -> classes.preview(mentor, classes.templateXlsx(mentor)))
                .isInstanceOf(ClassFileRefused.class)
                .hasMessageContaining("nog geen jongeren");
    }

    @Test
    void whoIsKnownAlreadyIsShownAndNobodyComesInTwice() {
        refer("Noor", "van Dijk", LocalDate.of(BORN, 3, 3));
        refer("Sem", "Visser", LocalDate.of(BORN, 4, 4));
        jdbc.execute((org.springframework.jdbc.core.ConnectionCallback<Void>) connection -> {
            try (var statement =
                    connection.prepareStatement("UPDATE transfer SET ended_at = NOW(), outcome = 'afgerond'"
                            + " WHERE region_id = ? AND young_person_id = (SELECT id FROM young_person WHERE region_id = ?"
                            + " AND first_name = 'Noor')")) {
                statement.setLong(1, region.region().id());
                statement.setLong(2, region.region().id());
                statement.executeUpdate();
                connection.commit();
            }
            return null;
        });
        var file = bytes(HEAD + "Noor;van Dijk;3-3-" + BORN + ";Entree;\n" + "Sem;Visser;4-4-" + BORN + ";Entree;\n"
                + "Noortje;van Dijk;3-3-" + BORN + ";Entree;\n" + "Eva;Bos;31-12-" + BORN + ";Entree;\n");

        var preview = classes.preview(mentor, file);
        assertThat(preview.rows())
                .extracting(ClassRow::state)
                .startsWith(RowState.KNOWN, RowState.RUNNING)
                .endsWith(RowState.NEW);
        var choices = Map.of(4, RowChoice.SOMEBODY_ELSE);
        assertThat(classes.refer(mentor, preview, choices, false)).hasSize(3);
        assertThat(people()).isEqualTo(4);

        assertThat(classes.preview(mentor, file).number(RowState.NEW)).isZero();
        assertThatThrownBy(() -> classes.refer(mentor, preview, choices, false))
                .isInstanceOf(ClassImportRefused.class)
                .hasMessageContaining("niemand aangemeld");
        assertThat(people()).isEqualTo(4);
    }

    @Test
    void whenOneIsRefusedInTheMiddleNobodyComesIn() {
        var good = new Referral("Eva", "Bos", LocalDate.of(BORN, 1, 1), school(), Map.of("niveau", "entree"));
        var bad = new Referral("Daan", "Mol", LocalDate.of(BORN, 1, 1), school(), Map.of());

        assertThatThrownBy(() -> referrals.referAll(mentor, List.of(good, bad, good)))
                .isInstanceOf(nl.landingsbaan.platform.transfer.FormRefused.class);
        assertThat(people()).isZero();
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM transfer_start_later WHERE region_id = ?",
                        Integer.class,
                        region.region().id()))
                .isZero();
    }

    @Test
    void theEngineHearsOfAClassAFewAtATime() {
        var file = new StringBuilder(HEAD);
        IntStream.range(2, 62).forEach(row -> file.append(line(row, -1)));
        classes.refer(mentor, classes.preview(mentor, bytes(file.toString())), Map.of(), false);

        await().atMost(Duration.ofSeconds(30)).until(() -> waiting() < 60);
        assertThat(waiting()).isGreaterThan(0);
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0);
    }

    @Test
    void whoWorksForSeveralSchoolsSaysForWhichInAColumn() {
        people.addMembership(
                mentor.accountId(),
                region.region().id(),
                regions.actor(region.region(), "mentor", "andere-school")
                        .memberships()
                        .getFirst()
                        .organisationId(),
                "mentor");
        var both = people.actor(mentor.accountId(), region.region().id()).orElseThrow();

        var preview = classes.preview(
                both,
                bytes("voornaam;achternaam;geboortedatum;school;niveau;Mentor\n" + "Eva;Bos;31-12-" + BORN
                        + ";de andere school;Entree;x\n" + "Sem;Visser;31-12-" + BORN + ";Onbekend;Entree;x\n"));

        assertThat(preview.ignoredColumns()).containsExactly("Mentor");
        assertThat(preview.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("'Onbekend' is geen keuze bij 'School'. Kies uit: De School, De Andere School."));
    }

    private static Set<String> texts(Row row) {
        return row.stream()
                .filter(cell -> cell != null)
                .map(cell -> cell.getText())
                .collect(Collectors.toSet());
    }

    /** @param fault which of five mistakes; negative: none */
    private static String line(int row, int fault) {
        var first = fault == 0 ? "" : "Voor" + name(row);
        var birth =
                fault == 1 ? "99-99-2008" : fault == 2 ? "1-1-1901" : 1 + row % 28 + "-" + (1 + row % 12) + "-" + BORN;
        var level = fault == 3 ? "" : fault == 4 ? "hbo" : row % 2 == 0 ? "Entree" : "niveau_2";
        return first + ";Achter" + name(row * 7919) + ";" + birth + ";" + level + ";Heeft steun nodig\n";
    }

    /** Names that are far apart, as names of a class are. */
    private static String name(int number) {
        return Integer.toString(number * 48271, 26)
                .chars()
                .mapToObj(c -> Character.toString(c <= '9' ? c - '0' + 'q' : c))
                .collect(Collectors.joining());
    }

    private static byte[] xlsx() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            var sheet = workbook.newWorksheet("Blad1");
            List.of("Voornaam *", "Achternaam *", "Geboortedatum *", "Niveau *")
                    .forEach(head -> sheet.value(0, List.of("V", "A", "G", "N").indexOf(head.substring(0, 1)), head));
            sheet.value(1, 0, "Zoë");
            sheet.value(1, 1, "Müller");
            sheet.value(1, 2, LocalDate.of(BORN, 12, 31));
            sheet.style(1, 2).format("dd-mm-yyyy").set();
            sheet.value(1, 3, "Entree");
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void refer(String first, String last, LocalDate born) {
        referrals.refer(mentor, new Referral(first, last, born, school(), Map.of("niveau", "entree")));
    }

    private long school() {
        return mentor.memberships().getFirst().organisationId();
    }

    private int people() {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM young_person WHERE region_id = ?",
                Integer.class,
                region.region().id());
    }

    private int waiting() {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM transfer_start_later WHERE region_id = ?",
                Integer.class,
                region.region().id());
    }
}
