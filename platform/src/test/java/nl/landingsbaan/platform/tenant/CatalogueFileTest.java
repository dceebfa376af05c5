package nl.landingsbaan.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.CatalogueField;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.form.Sensitivity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFileTest {

    private static final Path LIBRARY = Path.of("..", "processes", CatalogueFile.NAME);

    private static final String SHARED = """
            niveau:
              label: Welk niveau?
              uitleg: Kies er een.
              soort: keuze
              categorie: loopbaan
              gevoeligheid: gevoelig
              procesvariabele: ja
              keuzes:
                entree: Entree
                2: Niveau 2
            medicatie:
              label: Welke medicijnen?
              soort: lange-tekst
              categorie: medisch
            """;

    @TempDir
    Path folder;

    Path shared;
    Path own;

    @BeforeEach
    void files() throws IOException {
        shared = folder.resolve("gedeeld.yaml");
        own = folder.resolve(CatalogueFile.NAME);
        Files.writeString(shared, SHARED);
    }

    @Test
    void aFieldIsReadWithEverythingThatAFormNeeds() throws IOException {
        var catalogue = CatalogueFile.read(shared, own);

        assertThat(catalogue.field("niveau"))
                .contains(new CatalogueField(
                        "niveau",
                        "Welk niveau?",
                        "Kies er een.",
                        FieldType.CHOICE,
                        Category.LOOPBAAN,
                        Sensitivity.GEVOELIG,
                        true,
                        List.of(new Choice("entree", "Entree"), new Choice("2", "Niveau 2")),
                        null));
        assertThat(catalogue.field("medicatie").orElseThrow().sensitivity()).isEqualTo(Sensitivity.BIJZONDER);
        assertThat(Catalogue.ofJson(catalogue.toJson())).isEqualTo(catalogue);
    }

    @Test
    void aRegionAddsFieldsAndChoicesAndUsesItsOwnWords() throws IOException {
        Files.writeString(own, """
                niveau:
                  label: Naar welk niveau?
                  keuzes:
                    3: Niveau 3
                buddy:
                  label: Wie is de buddy?
                  soort: tekst
                  categorie: contact
                """);

        var catalogue = CatalogueFile.read(shared, own);

        var level = catalogue.field("niveau").orElseThrow();
        assertThat(level.label()).isEqualTo("Naar welk niveau?");
        assertThat(level.explanation()).isEqualTo("Kies er een.");
        assertThat(level.choices()).extracting(Choice::value).containsExactly("entree", "2", "3");
        assertThat(catalogue.field("buddy")).isPresent();
    }

    @Test
    void aRegionCannotLoosenASharedField() throws IOException {
        Files.writeString(own, """
                niveau:
                  gevoeligheid: gewoon
                medicatie:
                  categorie: voortgang
                  gevoeligheid: gewoon
                  procesvariabele: ja
                """);

        assertThat(problems())
                .containsExactly(
                        "2 Dit gedeelde veld is gevoelig. Een regio kan het niet minder gevoelig maken.",
                        "4 'categorie' van het gedeelde veld 'medicatie' staat vast.",
                        "5 Dit gedeelde veld is bijzonder. Een regio kan het niet minder gevoelig maken.",
                        "6 'procesvariabele' van het gedeelde veld 'medicatie' staat vast.");
    }

    @Test
    void everyMistakeIsNamedWithItsLine() throws IOException {
        Files.writeString(own, """
                Slecht-veld: {label: A, soort: tekst, categorie: contact}
                zonder_keuzes: {label: B, soort: keuze, categorie: contact}
                te_veel: {label: C, soort: tekst, categorie: contact, keuzes: {ja: Ja}}
                vrij: {label: D, soort: lange-tekst, categorie: contact, procesvariabele: ja}
                ziek: {label: E, soort: vinkje, categorie: medisch, procesvariabele: ja}
                minder: {label: F, soort: vinkje, categorie: medisch, gevoeligheid: gewoon}
                vreemd: {label: G, soort: plaatje, categorie: vrije-tijd}
                bron: {label: H, soort: keuze, categorie: contact, bron: organisaties.kapper}
                meer: {label: I, soort: tekst, categorie: contact, kleur: rood}
                keuze: {label: J, soort: keuze, categorie: contact, keuzes: {Niet Goed: K}}
                """);

        assertThat(problems())
                .containsExactly(
                        "1 'Slecht-veld' is geen goede sleutel voor een veld.",
                        "2 Het veld 'zonder_keuzes' is een keuze, en heeft geen keuzes.",
                        "3 Het veld 'te_veel' heeft keuzes, maar is geen keuze.",
                        "4 Vrije tekst mag geen procesvariabele zijn: daar kan iets persoonlijks in staan.",
                        "5 Een bijzonder persoonsgegeven mag geen procesvariabele zijn.",
                        "6 De categorie 'medisch' is altijd een bijzonder persoonsgegeven.",
                        "7 'plaatje' kan hier niet staan.",
                        "7 'vrije-tijd' kan hier niet staan.",
                        "8 Uit 'organisaties.kapper' kan het platform geen keuzes halen.",
                        "9 De sleutel 'kleur' is onbekend in 'meer'.",
                        "10 'Niet Goed' is geen goede code voor een keuze.");
    }

    @Test
    void theSharedCatalogueHasFieldsOfEveryKindAndNoneThatTheEngineMayNotKnow() throws IOException {
        var catalogue = CatalogueFile.read(LIBRARY, own);

        assertThat(catalogue.fields().values().stream()
                        .map(CatalogueField::category)
                        .collect(Collectors.toSet()))
                .containsAll(Arrays.asList(Category.values()));
        assertThat(catalogue.fields().values())
                .filteredOn(CatalogueField::processVariable)
                .noneMatch(field -> field.type().freeText() || field.sensitivity() == Sensitivity.BIJZONDER);
    }

    private List<String> problems() {
        return catchThrowableOfType(TenantRefused.class, () -> CatalogueFile.read(shared, own)).problems().stream()
                .map(problem -> problem.line() + " " + problem.problem())
                .toList();
    }
}
