package nl.landingsbaan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.landingsbaan.platform.history.Destination;
import nl.landingsbaan.platform.history.Diploma;
import nl.landingsbaan.platform.history.HistoryLayout;
import nl.landingsbaan.platform.history.PastOutcome;
import nl.landingsbaan.platform.notify.Delivery;
import nl.landingsbaan.platform.notify.MessageGroup;
import nl.landingsbaan.platform.notify.MessageKind;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskResult;
import nl.landingsbaan.ui.dossier.DossierPage;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern TRANSLATION = Pattern.compile("getTranslation\\(\\s*\"([^\"]+)\"\\s*[,)]");

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameParameters() throws IOException {
        var dutch = read("translations.properties");
        var english = read("translations_en.properties");

        assertThat(english.keySet()).isEqualTo(dutch.keySet());
        dutch.forEach((key, text) -> assertThat(parameters(english.getProperty(key.toString())))
                .as(key.toString())
                .isEqualTo(parameters(text.toString())));
    }

    @Test
    void noTextIsEmptyAndNoneIsThereTwice() throws IOException {
        for (var name : new String[] {"translations.properties", "translations_en.properties"}) {
            assertThat(read(name).values()).noneMatch(text -> text.toString().isBlank());
            var keys = Files.readAllLines(Path.of("src/main/resources/vaadin-i18n", name)).stream()
                    .filter(line -> line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyTextThatAScreenAsksForIsThere() throws IOException {
        var known = read("translations.properties").keySet();
        var asked = new TreeSet<String>();
        for (var source : sources()) {
            TRANSLATION.matcher(Files.readString(source)).results().forEach(found -> asked.add(found.group(1)));
        }
        Arrays.stream(MenuItem.values()).forEach(item -> asked.add("menu." + item.path()));
        Arrays.stream(TaskFilter.Whose.values()).forEach(whose -> asked.add("taken.wie." + whose));
        Arrays.stream(MessageKind.values()).forEach(kind -> asked.add("berichten.soort." + kind));
        Arrays.stream(MessageGroup.values()).forEach(group -> asked.add("berichten.groep." + group));
        Arrays.stream(MessageGroup.values()).forEach(group -> asked.add("berichten.groep." + group + ".uitleg"));
        Arrays.stream(Delivery.values()).forEach(delivery -> asked.add("berichten.mail." + delivery));
        Arrays.stream(TaskResult.Refusal.values()).forEach(refusal -> asked.add("taken.bleef." + refusal));
        Arrays.stream(DossierPage.values()).map(DossierPage::nameKey).forEach(asked::add);
        Arrays.stream(PastOutcome.values())
                .forEach(outcome -> asked.add("doorstroom.eerder.uitkomst." + outcome.code()));
        Arrays.stream(Destination.values())
                .forEach(destination -> asked.add("doorstroom.eerder.bestemming." + destination.code()));
        Stream.of(Diploma.YES, Diploma.NO, Diploma.UNKNOWN)
                .forEach(diploma -> asked.add("doorstroom.eerder.diploma." + diploma));
        Arrays.stream(HistoryLayout.values()).forEach(layout -> asked.add("geschiedenis.soort." + layout));
        Stream.of("LATE", "TODAY", "THIS_WEEK", "LATER").forEach(part -> asked.add("taken.deel." + part));

        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(known.stream().map(Object::toString)).containsAll(asked);
    }

    @Test
    void aTextWithAParameterReadsWellInEachLanguage() {
        var texts = new Texts();

        assertThat(texts.getTranslation("termijn.laat", Texts.DUTCH, 2)).isEqualTo("2 dagen te laat");
        assertThat(texts.getTranslation("termijn.laat", Locale.ENGLISH, 2)).isEqualTo("2 days late");
        assertThat(texts.getTranslation("termijn.vandaag", Locale.GERMAN)).isEqualTo("vandaag");
    }

    private static Iterable<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }

    private static Set<String> parameters(String text) {
        var found = new TreeSet<String>();
        Pattern.compile("\\{\\d").matcher(text).results().forEach(each -> found.add(each.group()));
        if (!found.isEmpty()) {
            // An apostrophe would swallow the parameter.
            assertThat(new MessageFormat(text).format(new Object[] {"§", "§", "§", "§", "§", "§"}))
                    .contains("§")
                    .doesNotContain("{");
        }
        return found;
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/vaadin-i18n", name))) {
            properties.load(reader);
        }
        return properties;
    }
}
