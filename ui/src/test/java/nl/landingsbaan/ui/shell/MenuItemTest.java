package nl.landingsbaan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MenuItemTest {

    @Test
    void everyItemOfTheMenuHasAnIcon() throws IOException {
        var styles = Files.readString(Path.of("src/main/resources/META-INF/resources/styles.css"));

        assertThat(MenuItem.values()).allSatisfy(item -> assertThat(styles).contains(".lb-icon-" + item.path() + " {"));
    }
}
