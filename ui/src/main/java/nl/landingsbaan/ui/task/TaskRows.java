package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The list itself, drawn in the browser: it keeps focus and place while rows come and go, and nothing of the rows is held in the
 * session.
 */
@Tag("lb-task-rows")
@JsModule("./task/lb-task-rows.js")
class TaskRows extends Component {

    /**
     * A row as it is shown.
     *
     * @param who the role, "van mij", or the name of who has it
     * @param due in words
     * @param style of the due date
     * @param postponed until when and why, in words; null when it was not postponed
     * @param section key of the section in which the row stands
     */
    record Row(
            String id,
            String name,
            String step,
            String phase,
            String who,
            String due,
            String date,
            String style,
            String postponed,
            String section,
            boolean claimable,
            boolean releasable) {}

    /**
     * A part of the list, shown when anything is in it.
     *
     * @param href where its title leads; null: nowhere
     */
    record Section(String key, String title, int count, String href) {}

    /**
     * The list from its start.
     *
     * @param grouped whether each section is a young person
     * @param fresh whether this is another list than the one shown, so that nothing in it is new
     */
    record Rows(
            List<Section> sections,
            List<Row> rows,
            boolean more,
            boolean grouped,
            boolean fresh,
            String empty,
            boolean filtered) {}

    /** What can be done with several tasks at once. */
    enum Several {
        CLAIM,
        RELEASE,
        ASSIGN,
        POSTPONE
    }

    /** What people do in the list. */
    interface Actions {

        void claim(long taskId);

        void release(long taskId);

        void several(Several what, List<Long> taskIds);

        /** Somebody asks for the keys. */
        void keys();

        void more();

        /** The page was out of sight for a while, or somebody wants to try again. */
        void refresh();

        void clearFilters();
    }

    private static final int AT_MOST_SEVERAL = 500;

    private final transient Actions actions;

    TaskRows(Actions actions) {
        this.actions = actions;
    }

    /** The words on the buttons and in the messages. */
    void setTexts(Map<String, String> texts) {
        getElement().callJsFunction("setTexts", texts);
    }

    void show(Rows rows) {
        getElement().callJsFunction("show", rows);
    }

    void showMore(List<Section> sections, List<Row> rows, boolean more) {
        getElement().callJsFunction("showMore", sections, rows, more);
    }

    /** What was to be done with the chosen rows is done. */
    void pickNone() {
        getElement().callJsFunction("pickNone");
    }

    /** The rows could not be read; those that are shown stay. */
    void failed() {
        getElement().callJsFunction("failed");
    }

    @ClientCallable
    private void claim(String taskId) {
        actions.claim(Long.parseLong(taskId));
    }

    @ClientCallable
    private void release(String taskId) {
        actions.release(Long.parseLong(taskId));
    }

    @ClientCallable
    private void several(String what, String taskIds) {
        actions.several(
                Several.valueOf(what.toUpperCase(Locale.ROOT)),
                Arrays.stream(taskIds.split(","))
                        .filter(id -> !id.isEmpty())
                        .limit(AT_MOST_SEVERAL)
                        .map(Long::valueOf)
                        .toList());
    }

    @ClientCallable
    private void keys() {
        actions.keys();
    }

    @ClientCallable
    private void more() {
        actions.more();
    }

    @ClientCallable
    private void refresh() {
        actions.refresh();
    }

    @ClientCallable
    private void clearFilters() {
        actions.clearFilters();
    }
}
