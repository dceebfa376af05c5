package nl.landingsbaan.platform.history;

import java.util.List;

/**
 * What a file would do; nothing of it is stored.
 *
 * @param added lines that would come in
 * @param present lines that are there already, word for word: they do not count twice
 */
public record HistoryPreview(HistoryFile file, int added, int present) {

    /** What is wrong; as long as there is anything, nothing of the file can come in. */
    public List<HistoryProblem> problems() {
        return file.problems();
    }
}
