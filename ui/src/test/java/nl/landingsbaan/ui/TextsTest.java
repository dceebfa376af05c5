package nl.landingsbaan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void everyTextIsThereInDutchAndInEnglish() throws IOException {
        assertThat(read("translations_en").keySet())
                .isEqualTo(read("translations").keySet());
    }

    private static Properties read(String bundle) throws IOException {
        var texts = new Properties();
        try (var stream = TextsTest.class.getResourceAsStream("/vaadin-i18n/" + bundle + ".properties")) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
