package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.landingsbaan.platform.route.Dialect;

/** The words that texts of the library leave open: {@code woorden.yaml} with what a region says instead. */
final class Words {

    static final String NAME = "woorden.yaml";

    private static final int LONGEST = 60;

    private Words() {}

    /**
     * Every word with what this region calls it.
     *
     * @param library the library's folder; without a list in it there are no open words
     * @param own word to what the region says, as it stands in its file
     * @throws TenantRefused when the list cannot be read, or when the region changes a word that the list does not have
     */
    static Map<String, String> of(Path library, Path regionFile, Map<String, String> own) throws IOException {
        var words = standard(library.resolve(NAME));
        var problems = new Problems(regionFile);
        own.forEach((word, said) -> {
            if (words.replace(word, said) == null) {
                unknown(problems, regionFile, "terminologie", word, words.keySet());
            }
        });
        refuse(problems);
        return words;
    }

    /**
     * Whether what is called otherwise in one process speaks of words and of a process that there are.
     *
     * @throws TenantRefused when it does not
     */
    static void check(Path regionFile, Map<String, Dialect.Otherwise> in, Set<String> words, RouteFolder route) {
        var problems = new Problems(regionFile);
        var processes = route.processes();
        for (var process : in.entrySet()) {
            if (!processes.contains(process.getKey())) {
                problems.at(
                        RouteFolder.lineOf(regionFile, "  " + process.getKey() + ":"),
                        "De route heeft geen proces '" + process.getKey() + "'.",
                        "Kies een van: " + String.join(", ", processes) + ".");
            }
            process.getValue().words().keySet().stream()
                    .filter(word -> !words.contains(word))
                    .forEach(word -> unknown(problems, regionFile, RegionFile.WORDS_IN, word, words));
        }
        refuse(problems);
    }

    private static void unknown(
            Problems problems, Path regionFile, String where, String word, Collection<String> words) {
        problems.at(
                RouteFolder.lineOf(regionFile, word + ":"),
                "Het woord '" + word + "' komt in de teksten van de bibliotheek niet voor.",
                "Gebruik onder '" + where + "' een van: " + String.join(", ", words) + ".");
    }

    private static void refuse(Problems problems) {
        if (!problems.inOrder().isEmpty()) {
            throw new TenantRefused(problems.inOrder());
        }
    }

    private static Map<String, String> standard(Path file) throws IOException {
        var words = new LinkedHashMap<String, String>();
        if (!Files.exists(file)) {
            return words;
        }
        var problems = new Problems(file);
        var root = YamlFile.compose(file, problems, null);
        if (root != null) {
            var section = new Section(problems, root, "de woordenlijst");
            section.codes().forEach(word -> words.put(word, section.text(word, LONGEST)));
        }
        refuse(problems);
        return words;
    }
}
