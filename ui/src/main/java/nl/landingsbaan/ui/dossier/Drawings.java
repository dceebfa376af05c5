package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.landingsbaan.platform.gathering.GatheringKey;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.ui.drawing.Mark;
import nl.landingsbaan.ui.drawing.RouteViewer;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Switcher;

/** The route as the region drew it, with where this young person or group stands. Drawn when it comes into view. */
public class Drawings extends Div {

    private record Shown(String processId, Map<String, Mark> marks) {}

    private final transient DrawnRoutes drawnRoutes;
    private final transient Dates dates;
    private final Switcher switcher;
    private transient List<DrawnProcess> processes = List.of();
    private final RouteViewer viewer = new RouteViewer();
    private final Paragraph explanation = new Paragraph();
    private final Div legend = new Div();
    private boolean inView;
    private long routeVersionId;
    private transient List<Step> steps = List.of();
    private transient List<TaskLine> tasks = List.of();
    private transient Marks marks;
    private transient Shown shown;

    public Drawings(DrawnRoutes drawnRoutes, Dates dates) {
        this.drawnRoutes = drawnRoutes;
        this.dates = dates;
        addClassName("lb-drawings");
        switcher = new Switcher(getTranslation("tekening.delen"), chosen -> draw());
        switcher.addClassName("lb-switcher-small");
        viewer.addElementClickListener(click -> explain(click.elementId()));
        explanation.addClassName("lb-drawing-explanation");
        explanation.getElement().setAttribute("aria-live", "polite");
        legend.addClassNames("lb-row", "lb-quiet", "lb-legend");
        for (var mark : Mark.values()) {
            var swatch = new Span();
            swatch.addClassNames("lb-swatch", "lb-swatch-" + mark.name().toLowerCase());
            legend.add(new Span(swatch, new Span(word(mark))));
        }
        add(switcher, viewer, legend, explanation);
    }

    /** A group's process, with where it stands. */
    public void show(GatheringKey group, List<Step> steps, String outcome, List<TaskLine> tasks) {
        show(
                group.routeVersionId(),
                drawnRoutes.of(group.routeVersionId(), group.processId()),
                steps,
                Marks.of(steps, List.of(), tasks, outcome),
                tasks);
    }

    void show(long versionId, List<Step> steps, Marks marks, List<TaskLine> tasks) {
        show(versionId, drawnRoutes.of(versionId), steps, marks, tasks);
    }

    private void show(long versionId, List<DrawnProcess> drawn, List<Step> steps, Marks marks, List<TaskLine> tasks) {
        if (!drawn.equals(processes)) {
            routeVersionId = versionId;
            processes = drawn;
            switcher.setNames(processes.stream().map(DrawnProcess::name).toList());
            switcher.setVisible(processes.size() > 1);
        }
        this.steps = steps;
        this.marks = marks;
        this.tasks = tasks;
        draw();
    }

    /** Whether somebody looks at it. */
    public void setInView(boolean inView) {
        this.inView = inView;
        draw();
    }

    private void draw() {
        if (!inView || processes.isEmpty()) {
            return;
        }
        var processId = current().processId();
        var wanted = new Shown(processId, Map.copyOf(marks.in(processId)));
        if (wanted.equals(shown)) {
            return;
        }
        if (shown == null || !shown.processId().equals(processId)) {
            explanation.setText(getTranslation("tekening.klik"));
        }
        shown = wanted;
        viewer.show(
                drawnRoutes.xml(routeVersionId, processId),
                getTranslation("tekening.naam", current().name()),
                summary(processId),
                wanted.marks(),
                badges(processId));
    }

    private Map<String, String> badges(String processId) {
        var badges = new HashMap<String, String>();
        marks.in(processId).forEach((elementId, mark) -> {
            if (step(elementId) != null) {
                badges.put(elementId, word(mark));
            }
        });
        return badges;
    }

    private String summary(String processId) {
        var text = new StringBuilder();
        for (var mark : Mark.values()) {
            var names = marks.names(processId, mark, steps);
            if (!names.isEmpty()) {
                text.append(word(mark))
                        .append(": ")
                        .append(String.join(", ", names))
                        .append(". ");
            }
        }
        return text.isEmpty()
                ? getTranslation("tekening.niets")
                : text.toString().strip();
    }

    private String word(Mark mark) {
        return getTranslation(
                switch (mark) {
                    case DONE -> "tekening.gedaan";
                    case CURRENT -> "tekening.nu";
                    case SKIPPED -> "tekening.overgeslagen";
                });
    }

    private void explain(String elementId) {
        var step = step(elementId);
        if (step == null) {
            explanation.setText(getTranslation("tekening.klik"));
            return;
        }
        var text = new StringBuilder(step.name()).append(". ");
        tasks.stream()
                .filter(task -> Objects.equals(task.elementId(), elementId)
                        && task.processId().equals(step.processId()))
                .reduce((earlier, later) -> later)
                .ifPresent(task -> text.append(where(task)).append(' '));
        if (step.why() != null) {
            text.append(step.why());
        }
        explanation.setText(text.toString().strip());
    }

    private String where(TaskLine task) {
        return switch (task.state()) {
            case COMPLETED -> getTranslation("tekening.gedaan.op", dates.full(Dates.day(task.closedAt()), getLocale()));
            case OPEN -> getTranslation("tekening.nu.bij", task.roleName());
            case EXPIRED ->
                getTranslation("tekening.overgeslagen.op", dates.full(Dates.day(task.closedAt()), getLocale()));
        };
    }

    private DrawnProcess current() {
        return processes.get(switcher.current());
    }

    private Step step(String elementId) {
        return steps.stream()
                .filter(step -> step.elementId().equals(elementId)
                        && step.processId().equals(current().processId()))
                .findFirst()
                .orElse(null);
    }
}
