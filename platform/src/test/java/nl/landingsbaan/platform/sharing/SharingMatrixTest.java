package nl.landingsbaan.platform.sharing;

import static nl.landingsbaan.platform.consent.Signatory.JONGERE;
import static nl.landingsbaan.platform.consent.Signatory.OUDERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.consent.Consents;
import nl.landingsbaan.platform.consent.Decision;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.CatalogueField;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.sharing.SharedDossiers.SharingRegion;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every field of the catalogue × every kind of receiver × every way in which consent can stand, over every {@link Surface}: what is not
 * consented is not there.
 */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class SharingMatrixTest {

    private static final int FAR = 60;

    /** Sets of categories in which, of any two, each is once without the other: so what comes along with another is seen. */
    private static final List<Set<Category>> MIXES = mixes();

    /** How consent for a category can stand, and whether it is shared then. */
    enum Standing {
        GIVEN(17, true),
        ABSENT(17, false),
        REFUSED(17, false),
        REFUSED_AFTER_GIVEN(17, false),
        GIVEN_BY_ONE_OF_TWO(17, false),
        EXPIRED(17, false),
        WITHDRAWN(17, false),
        FOR_ANOTHER_PURPOSE(17, false),
        TURNED_16_SINCE_PARENTS_GAVE(15, false),
        TURNED_18_SINCE_BOTH_GAVE(17, true),
        TURNED_18_SINCE_PARENTS_GAVE(17, false);

        private final int age;
        private final boolean shared;

        Standing(int age, boolean shared) {
            this.age = age;
            this.shared = shared;
        }

        /** On the birthday itself, not before. */
        boolean isAtABirthday() {
            return name().startsWith("TURNED");
        }
    }

    @Autowired
    SharedDossiers dossiers;

    @Autowired
    DossierSharing sharing;

    @Autowired
    Consents consents;

    @Autowired
    List<Surface> surfaces;

    @Autowired
    PlatformClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private SharingRegion region;
    private LocalDate today;

    @BeforeEach
    void region() {
        region = dossiers.region("matrix" + System.nanoTime());
        today = consents.today();
    }

    @AfterEach
    void backToToday() {
        clock.setOffset(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void aReceiverSeesExactlyWhatIsShared(Standing standing) {
        var transfer = dossiers.filled(region, bornFor(standing));
        var wrong = new ArrayList<String>();
        for (var reader : dossiers.readers(region, transfer)) {
            for (var categories : MIXES) {
                decide(standing, transfer, reader, categories);
                look(standing, transfer, reader, categories, wrong);
                forget();
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GIVEN", "ABSENT", "REFUSED", "WITHDRAWN"})
    void theOwnSchoolSeesWhatItWroteItself(Standing standing) {
        var transfer = dossiers.filled(region, bornFor(standing));
        var shown = surfaces.stream()
                .filter(Surface::showsEverything)
                .map(surface -> surface.shown(
                        transfer,
                        new Reader(
                                "school",
                                region.receiver(region.mentor()),
                                region.mentor(),
                                new Viewer(
                                        region.mentor().accountId(),
                                        Set.of(new Viewer.Seat(
                                                region.mentor()
                                                        .memberships()
                                                        .getFirst()
                                                        .organisationId(),
                                                "mentor",
                                                true)),
                                        false))));

        assertThat(shown)
                .allSatisfy(text -> assertThat(SharedDossiers.fields())
                        .allSatisfy(field -> assertThat(text).contains(SharedDossiers.marker(field.key()))));
    }

    /** The number of each category has three of six bits, each its own three; a mix has those with one bit. */
    private static List<Set<Category>> mixes() {
        var numbers = IntStream.range(0, 1 << 6)
                .filter(number -> Integer.bitCount(number) == 3)
                .toArray();
        return IntStream.range(0, 6)
                .mapToObj(bit -> Arrays.stream(Category.values())
                        .filter(category -> (numbers[category.ordinal()] >> bit & 1) == 1)
                        .collect(Collectors.toUnmodifiableSet()))
                .toList();
    }

    private LocalDate bornFor(Standing standing) {
        return standing.isAtABirthday()
                ? today.minusYears(standing.age + 1).plusDays(FAR)
                : today.minusYears(standing.age).minusDays(1);
    }

    private void decide(Standing standing, TransferKey transfer, Reader reader, Set<Category> categories) {
        switch (standing) {
            case GIVEN -> give(transfer, reader, categories, true, JONGERE, OUDERS);
            case ABSENT -> {}
            case REFUSED -> give(transfer, reader, categories, false, JONGERE);
            case REFUSED_AFTER_GIVEN -> {
                give(transfer, reader, categories, true, JONGERE, OUDERS);
                give(transfer, reader, categories, false, JONGERE);
            }
            case GIVEN_BY_ONE_OF_TWO -> give(transfer, reader, categories, true, JONGERE);
            case WITHDRAWN -> {
                give(transfer, reader, categories, true, JONGERE, OUDERS);
                sharing.withdraw(region.mentor(), transfer.id(), reader.receiver(), categories, Set.of(JONGERE));
            }
            case EXPIRED -> {
                give(transfer, reader, categories, true, JONGERE, OUDERS);
                expectShared(transfer, reader, categories);
                clock.setOffset(Duration.ofDays(11));
            }
            case FOR_ANOTHER_PURPOSE -> {
                if (!reader.receiver().isParents()) {
                    record(transfer, reader, categories, true, otherPurpose(reader), JONGERE, OUDERS);
                }
            }
            case TURNED_16_SINCE_PARENTS_GAVE, TURNED_18_SINCE_PARENTS_GAVE -> {
                give(transfer, reader, categories, true, OUDERS);
                clock.setOffset(Duration.ofDays(FAR));
            }
            case TURNED_18_SINCE_BOTH_GAVE -> {
                record(transfer, reader, categories, true, purposes(reader), null, JONGERE, OUDERS);
                clock.setOffset(Duration.ofDays(FAR));
            }
        }
    }

    private void look(
            Standing standing, TransferKey transfer, Reader reader, Set<Category> categories, List<String> wrong) {
        for (var surface : surfaces) {
            var shown = surface.shown(transfer, reader);
            for (var field : SharedDossiers.fields()) {
                var expected = expected(standing, reader, categories, field);
                var there = shown.contains(SharedDossiers.marker(field.key()));
                if (there && !expected || !there && expected && surface.showsEverything()) {
                    wrong.add(surface.name() + ": " + reader + (there ? " sees " : " does not see ") + field.key()
                            + " when " + categories + " are " + standing);
                }
            }
        }
    }

    /** To the parents nothing is open without consent, not even the name they gave their child. */
    private static boolean expected(Standing standing, Reader reader, Set<Category> categories, CatalogueField field) {
        var open =
                field.category() == Category.IDENTIFICATIE && !reader.receiver().isParents();
        return open || standing.shared && categories.contains(field.category());
    }

    private void expectShared(TransferKey transfer, Reader reader, Set<Category> categories) {
        var shown = surfaces.stream()
                .filter(Surface::showsEverything)
                .map(surface -> surface.shown(transfer, reader))
                .toList();
        assertThat(shown)
                .allSatisfy(text -> assertThat(SharedDossiers.fields())
                        .filteredOn(field -> categories.contains(field.category()))
                        .allSatisfy(field -> assertThat(text).contains(SharedDossiers.marker(field.key()))));
    }

    private void give(
            TransferKey transfer, Reader reader, Set<Category> categories, boolean granted, Signatory... signatories) {
        record(transfer, reader, categories, granted, purposes(reader), today.plusDays(10), signatories);
    }

    private void record(
            TransferKey transfer,
            Reader reader,
            Set<Category> categories,
            boolean granted,
            String purpose,
            Signatory... signatories) {
        record(transfer, reader, categories, granted, Set.of(purpose), null, signatories);
    }

    private void record(
            TransferKey transfer,
            Reader reader,
            Set<Category> categories,
            boolean granted,
            Set<String> purposes,
            LocalDate until,
            Signatory... signatories) {
        sharing.record(
                region.mentor(),
                transfer.id(),
                new Decision(
                        Set.of(reader.receiver()),
                        categories,
                        purposes,
                        Set.copyOf(Arrays.asList(signatories)),
                        granted,
                        Manner.GESPREK,
                        today,
                        until));
    }

    private Set<String> purposes(Reader reader) {
        return Set.of(isMbo(reader) ? SharedDossiers.EDUCATION : SharedDossiers.GUIDANCE);
    }

    private String otherPurpose(Reader reader) {
        return isMbo(reader) ? SharedDossiers.GUIDANCE : SharedDossiers.EDUCATION;
    }

    private boolean isMbo(Reader reader) {
        return reader.receiver().equals(region.receiver(region.mbo()));
    }

    private void forget() {
        clock.setOffset(Duration.ZERO);
        transaction.executeWithoutResult(status -> jdbc.sql("DELETE FROM consent WHERE region_id = ?")
                .param(region.region().id())
                .update());
    }
}
