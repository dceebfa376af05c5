package nl.landingsbaan.ui.handover;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.handover.HandoverSheet;
import nl.landingsbaan.ui.shell.Dates;

/** A handover, to be read. */
final class SheetView extends Div {

    private final transient Dates dates;

    SheetView(HandoverSheet sheet, Dates dates) {
        this.dates = dates;
        addClassNames("lb-stack", "lb-handover-sheet");
        if (sheet.sections().isEmpty()) {
            var nothing = new Paragraph(getTranslation("overdracht.blad.leeg"));
            nothing.addClassName("lb-empty");
            add(nothing);
        }
        sheet.sections().forEach(this::section);
        withheld("overdracht.blad.geweigerd", sheet.withheld().refused());
        withheld("overdracht.blad.niet-gevraagd", sheet.withheld().notAsked());
        if (sheet.somethingWithheld()) {
            var told = new Paragraph(getTranslation("overdracht.blad.niet-alles"));
            told.addClassName("lb-quiet");
            add(told);
        }
    }

    private void section(HandoverSheet.Section section) {
        var list = new DescriptionList();
        section.lines().forEach(line -> list.add(new DescriptionList.Term(line.label()), description(line)));
        var part = new Section(
                new H3(getTranslation("categorie." + section.category().code())), list);
        part.addClassName("lb-values");
        add(part);
    }

    private DescriptionList.Description description(HandoverSheet.Line line) {
        var text = new Span(line.text());
        text.addClassName("lb-value");
        var source = new Div(getTranslation(
                "overdracht.blad.bron", line.source(), dates.full(Dates.day(line.givenAt()), getLocale())));
        source.addClassNames("lb-quiet", "lb-value-origin");
        var description = new DescriptionList.Description(new Div(text));
        if (line.newer() != null) {
            var newer = new Div(getTranslation("overdracht.blad.nieuwer", line.newer()));
            newer.addClassNames("lb-value", "lb-handover-newer");
            description.add(newer);
        }
        description.add(source);
        return description;
    }

    private void withheld(String key, Set<Category> categories) {
        if (!categories.isEmpty()) {
            var told = new Paragraph(getTranslation(
                    key,
                    categories.stream()
                            .sorted()
                            .map(category -> getTranslation("categorie." + category.code()))
                            .collect(Collectors.joining("; "))));
            told.addClassName("lb-quiet");
            add(told);
        }
    }
}
