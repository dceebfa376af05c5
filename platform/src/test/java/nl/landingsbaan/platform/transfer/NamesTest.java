package nl.landingsbaan.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Jansen, Eva Janssen",
        "janzen, Eva Janssen",
        "Yilmas, Emre Yılmaz",
        "yilmaz, Emre Yılmaz",
        "khadisja, Khadija Ouali",
        "Kadija, Khadija Ouali",
        "idris, Sara El Idrissi",
        "el idrisi, Sara El Idrissi",
        "sara idris, Sara El Idrissi",
        "driss, Sara El Idrissi",
        "dyk, Noor van Dijk",
        "van dijk, Noor van Dijk",
        "sofie, Sophie de Groot",
        "Muhammed, Mohammed Achahbar",
        "cornelis, Kornelis Smit",
        "annemarie, Anne Marie Bos",
        "anne-marie, Annemarie Bos",
        "jasmin, Yasmin Demir",
        "Özdemir, Can Ozdemir",
        "von, Daan Vonk",
        "ben, Ben Smit",
        "vandijk, Noor van Dijk",
        "fluer, Fleur Kaya",
        "Janesn, Eva Janssen"
    })
    void aNameIsFoundOnAPartOfItWithASlipOfSpelling(String typed, String name) {
        var words = Names.typed(typed);
        assertThat(Names.distance(words, Names.words(name))).isPresent();

        var shared = Names.grams(words);
        shared.retainAll(Names.grams(Names.words(name)));
        assertThat(shared).hasSizeGreaterThanOrEqualTo(NameIndex.enough(Names.grams(words)));
    }

    @ParameterizedTest
    @CsvSource({"jansen, Eva Pietersen", "idris, Sara Boulahrouz", "noor jansen, Noor de Vries", "li, Emil Smit"})
    void anotherNameIsNotFound(String typed, String name) {
        assertThat(Names.distance(Names.typed(typed), Names.words(name))).isEmpty();
    }

    @Test
    void theNameItselfIsNearerThanItsStartAndThatIsNearerThanASlip() {
        var typed = Names.typed("jans");
        assertThat(Names.distance(typed, Names.words("Jans")).orElseThrow())
                .isLessThan(Names.distance(typed, Names.words("Jansen")).orElseThrow());
        assertThat(Names.distance(typed, Names.words("Jansen")).orElseThrow())
                .isLessThan(Names.distance(typed, Names.words("Hans")).orElseThrow());
    }
}
