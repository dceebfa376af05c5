package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
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
            String section,
            boolean claimable,
            boolean releasable) {}

    /** A part of the list, shown when anything is in it. */
    record Section(String key, String title, int count) {}

    /**
     * The list from its start.
     *
     * @param fresh whether this is another list than the one shown, so that nothing in it is new
     */
    record Rows(List<Section> sections, List<Row> rows, boolean more, boolean fresh, String empty, boolean filtered) {}

    /** What people do in the list. */
    interface Actions {

        void claim(long taskId);

        void release(long taskId);

        void more();

        /** The page was out of sight for a while, or somebody wants to try again. */
        void refresh();

        void clearFilters();
    }

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

    void showMore(List<Row> rows, boolean more) {
        getElement().callJsFunction("showMore", rows, more);
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
