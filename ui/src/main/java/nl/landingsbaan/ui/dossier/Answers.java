package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.ui.shell.Dates;

/** What was answered, form by form, the newest first. An answer that was given again later stays, marked as earlier. */
class Answers extends Div {

    Answers(List<AnswerSheet> sheets, List<Step> steps, List<TaskLine> tasks, Dates dates) {
        addClassNames("lb-answers", "lb-stack");
        if (sheets.isEmpty()) {
            var nothing = new Paragraph(getTranslation("dossier.antwoorden.geen"));
            nothing.addClassName("lb-empty");
            add(nothing);
        }
        sheets.forEach(sheet -> {
            var who = new Span(getTranslation(
                    "dossier.antwoorden.wie",
                    sheet.answeredBy(),
                    dates.full(Dates.day(sheet.answeredAt()), getLocale())));
            who.addClassName("lb-quiet");
            var section = new Section(new H3(title(sheet, steps, tasks)), who, lines(sheet));
            section.addClassNames("lb-card", "lb-answer-sheet");
            add(section);
        });
    }

    private DescriptionList lines(AnswerSheet sheet) {
        var list = new DescriptionList();
        for (var line : sheet.lines()) {
            var answer = new DescriptionList.Description(new Span(line.text()));
            if (line.replaced()) {
                var earlier = new Span(getTranslation("dossier.antwoorden.eerder"));
                earlier.addClassName("lb-chip");
                answer.add(earlier);
                answer.addClassName("lb-answer-earlier");
            }
            list.add(new DescriptionList.Term(line.label()), answer);
        }
        return list;
    }

    private static String title(AnswerSheet sheet, List<Step> steps, List<TaskLine> tasks) {
        if (sheet.taskId() != null) {
            return tasks.stream()
                    .filter(task -> task.id() == sheet.taskId())
                    .map(TaskLine::stepName)
                    .findFirst()
                    .orElse(sheet.formId());
        }
        return steps.stream()
                .filter(step -> sheet.formId().equals(step.formId()))
                .map(Step::name)
                .findFirst()
                .orElse(sheet.formId());
    }
}
