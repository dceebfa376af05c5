package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
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

    /** The words on the buttons and in the messages. */
    void setTexts(Map<String, String> texts) {
        getElement().callJsFunction("setTexts", texts);
    }

    void show(Rows rows) {
        getElement().callJsFunction("show", rows);
    }

    void append(List<Row> rows, boolean more) {
        getElement().callJsFunction("append", rows, more);
    }

    /** The rows could not be read; those that are shown stay. */
    void failed() {
        getElement().callJsFunction("failed");
    }

    void onClaim(ComponentEventListener<Claim> listener) {
        addListener(Claim.class, listener);
    }

    void onRelease(ComponentEventListener<Release> listener) {
        addListener(Release.class, listener);
    }

    void onMore(ComponentEventListener<More> listener) {
        addListener(More.class, listener);
    }

    void onStale(ComponentEventListener<Stale> listener) {
        addListener(Stale.class, listener);
    }

    void onClearFilters(ComponentEventListener<ClearFilters> listener) {
        addListener(ClearFilters.class, listener);
    }

    @DomEvent("task-claim")
    static class Claim extends ComponentEvent<TaskRows> {
        final long taskId;

        public Claim(TaskRows source, boolean fromClient, @EventData("event.detail") String id) {
            super(source, fromClient);
            taskId = Long.parseLong(id);
        }
    }

    @DomEvent("task-release")
    static class Release extends ComponentEvent<TaskRows> {
        final long taskId;

        public Release(TaskRows source, boolean fromClient, @EventData("event.detail") String id) {
            super(source, fromClient);
            taskId = Long.parseLong(id);
        }
    }

    @DomEvent("task-more")
    static class More extends ComponentEvent<TaskRows> {
        public More(TaskRows source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** The page was out of sight for a while, or the user asks to try again. */
    @DomEvent("task-stale")
    static class Stale extends ComponentEvent<TaskRows> {
        public Stale(TaskRows source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    @DomEvent("task-clear-filters")
    static class ClearFilters extends ComponentEvent<TaskRows> {
        public ClearFilters(TaskRows source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
