package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.transfer.Dossier;
import nl.landingsbaan.ui.shell.Dates;

/** The way so far and what may come, phase by phase. */
class TimeLine extends OrderedList {

    private final transient Dates dates;
    private final transient Map<String, Role> roles;

    TimeLine(Way way, Dossier dossier, Map<String, Role> roles, Dates dates) {
        this.dates = dates;
        this.roles = roles;
        addClassName("lb-way");
        add(milestone(
                getTranslation("dossier.weg.aangemeld"),
                dates.full(Dates.day(dossier.summary().startedAt()), getLocale())));
        way.stretches().forEach(stretch -> add(item(stretch)));
        if (dossier.summary().outcome() != null) {
            add(milestone(getTranslation("dossier.weg.klaar"), dossier.summary().outcomeName()));
        }
    }

    private ListItem milestone(String title, String text) {
        var quiet = new Span(text);
        quiet.addClassName("lb-quiet");
        var heading = new Div(new H3(title), quiet);
        heading.addClassName("lb-stretch-heading");
        var item = new ListItem(heading);
        item.addClassNames("lb-stretch", "lb-stretch-past");
        return item;
    }

    private ListItem item(Way.Stretch stretch) {
        var standing = stretch.standing().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var when = new Span(when(stretch));
        when.addClassName("lb-quiet");
        var heading =
                new Div(new H3(stretch.name() == null ? getTranslation("dossier.weg.overig") : stretch.name()), when);
        heading.addClassName("lb-stretch-heading");
        if (stretch.standing() == Way.Standing.NOW) {
            var now = new Span(getTranslation("dossier.weg.nu"));
            now.addClassNames("lb-chip", "lb-now");
            heading.add(now);
        }
        var item = new ListItem(heading);
        item.addClassNames("lb-stretch", "lb-stretch-" + standing);
        if (!stretch.tasks().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("lb-steps");
            stretch.tasks().forEach(task -> list.add(line(task)));
            item.add(list);
        }
        if (!stretch.toCome().isEmpty()) {
            item.add(toCome(stretch));
        }
        return item;
    }

    private String when(Way.Stretch stretch) {
        if (stretch.enteredAt() == null) {
            return getTranslation("dossier.weg.komt");
        }
        var from = dates.full(Dates.day(stretch.enteredAt()), getLocale());
        return stretch.leftAt() == null
                ? getTranslation("dossier.weg.sinds", from)
                : getTranslation("dossier.weg.van-tot", from, dates.full(Dates.day(stretch.leftAt()), getLocale()));
    }

    private ListItem line(TaskLine task) {
        var name = new Span(task.stepName());
        name.addClassName("lb-strong");
        var how = new Span(how(task));
        how.addClassName("lb-quiet");
        var item = new ListItem(new Div(name), new Div(how));
        item.addClassName("lb-step-" + task.state().name().toLowerCase(Locale.ROOT));
        if (task.state() == TaskState.OPEN) {
            item.add(new DueChip(dates.due(task.dueAt()), dates, getLocale()));
        }
        return item;
    }

    private String how(TaskLine task) {
        return switch (task.state()) {
            case COMPLETED ->
                getTranslation(
                        "dossier.weg.gedaan",
                        task.closedByName() == null ? task.roleName() : task.closedByName(),
                        task.roleName(),
                        dates.full(Dates.day(task.closedAt()), getLocale()));
            case EXPIRED ->
                getTranslation(
                        "dossier.weg.vervallen", dates.full(Dates.day(task.closedAt()), getLocale()), task.roleName());
            case OPEN ->
                task.assigneeName() == null
                        ? getTranslation("dossier.nu.bij", task.roleName())
                        : getTranslation("dossier.nu.bij.persoon", task.roleName(), task.assigneeName());
        };
    }

    private Div toCome(Way.Stretch stretch) {
        var list = new UnorderedList();
        list.addClassName("lb-steps");
        stretch.toCome().forEach(step -> {
            var name = new Span(step.name());
            var who = new Span(who(step));
            who.addClassName("lb-quiet");
            var item = new ListItem(new Div(name), new Div(who));
            item.addClassName("lb-step-to-come");
            list.add(item);
        });
        if (stretch.standing() == Way.Standing.TO_COME) {
            return new Div(list);
        }
        var title = new Div(getTranslation("dossier.weg.kan-komen"));
        title.addClassNames("lb-quiet", "lb-to-come-title");
        return new Div(title, list);
    }

    private String who(Step step) {
        return step.roles().stream()
                .map(code -> roles.containsKey(code) ? roles.get(code).name() : code)
                .collect(Collectors.joining(", "));
    }
}
