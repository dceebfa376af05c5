package nl.landingsbaan.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.landingsbaan.platform.history.ClosedTransfer;
import nl.landingsbaan.platform.history.History;
import nl.landingsbaan.platform.history.HistoryFile.Line;
import nl.landingsbaan.platform.history.HistoryImport;
import nl.landingsbaan.platform.history.HistoryLayout;
import nl.landingsbaan.platform.history.HistoryPreview;
import nl.landingsbaan.platform.history.HistoryProblem;
import nl.landingsbaan.platform.history.HistoryRefused;
import nl.landingsbaan.platform.history.PrintedTotal;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.FileUpload;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;

/** Takes in what was before the platform: example, file, preview, done. Below stands what was taken in by whom. */
@Route(value = "geschiedenis", layout = MainLayout.class)
@PermitAll
@Requires(Right.ADMINISTER)
@StyleSheet("styles/history.css")
public class HistoryView extends Div implements HasDynamicTitle {

    private static final int SHOWN = 50;

    private final CurrentActor actor;
    private final transient History history;
    private final transient Dates dates;
    private final FileUpload upload;
    private final Div problem = new Div();
    private final Div result = new Div();
    private final Div imports = new Div();

    HistoryView(CurrentActor actor, History history, Dates dates) {
        this.actor = actor;
        this.history = history;
        this.dates = dates;
        this.upload = new FileUpload(this::read, this::refuse, ".csv");
        addClassNames("lb-page", "lb-history");
        problem.addClassNames("lb-banner", "lb-banner-late");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        result.addClassName("lb-stack");
        result.getElement().setAttribute("aria-live", "polite");
        imports.addClassNames("lb-card", "lb-stack");
        add(
                new H1(getTranslation("menu.geschiedenis")),
                new Paragraph(getTranslation("geschiedenis.uitleg")),
                examples(),
                step(
                        "geschiedenis.stap2",
                        new Paragraph(getTranslation("geschiedenis.stap2.uitleg", FileUpload.MOST_MEGABYTES)),
                        upload,
                        problem),
                result,
                imports);
        showImports();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.geschiedenis") + " - Landingsbaan";
    }

    private Div examples() {
        var links = new Div(
                example("geschiedenis.voorbeeld.totalen", "totalen.csv", HistoryLayout.TOTALS),
                example("geschiedenis.voorbeeld.trajecten", "trajecten.csv", HistoryLayout.TRANSFERS));
        links.addClassName("lb-row");
        return step("geschiedenis.stap1", new Paragraph(getTranslation("geschiedenis.stap1.uitleg")), links);
    }

    private Anchor example(String text, String fileName, HistoryLayout layout) {
        var bytes = history.example(layout);
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(bytes), fileName, "text/csv; charset=utf-8", bytes.length)),
                getTranslation(text));
        link.getElement().setAttribute("download", fileName);
        return link;
    }

    private void read(String name, byte[] content) {
        problem.setVisible(false);
        upload.clearFileList();
        try {
            show(name, content, history.preview(actor.get(), content));
        } catch (HistoryRefused e) {
            refuse(e.getMessage());
        }
    }

    private void refuse(String message) {
        result.removeAll();
        upload.clearFileList();
        problem.setText(message);
        problem.setVisible(true);
    }

    private void show(String name, byte[] content, HistoryPreview preview) {
        result.removeAll();
        var card = step("geschiedenis.stap3", new Paragraph(getTranslation("geschiedenis.bestand", name)));
        if (!preview.problems().isEmpty()) {
            card.add(problems(preview.problems()));
        } else {
            card.add(new Paragraph(getTranslation("geschiedenis.nieuw", preview.added())));
            if (preview.present() > 0) {
                card.add(new Paragraph(getTranslation("geschiedenis.al-ingelezen", preview.present())));
            }
            card.add(lines(preview));
            if (preview.added() > 0) {
                card.add(apply(name, content));
            }
        }
        result.add(card);
        card.getElement().executeJs("this.scrollIntoView({block: 'start'})");
    }

    private Div problems(List<HistoryProblem> problems) {
        var list = new UnorderedList();
        list.addClassName("lb-history-problems");
        problems.stream().limit(SHOWN).forEach(each -> list.add(problem(each)));
        var part = new Div(
                new H3(getTranslation("geschiedenis.fouten", problems.size())),
                new Paragraph(getTranslation("geschiedenis.fouten.uitleg")),
                list);
        if (problems.size() > SHOWN) {
            part.add(new Paragraph(getTranslation("geschiedenis.meer", problems.size() - SHOWN)));
        }
        part.addClassNames("lb-stack", "lb-history-wrong");
        return part;
    }

    private ListItem problem(HistoryProblem each) {
        var where = new Span(
                each.column().isEmpty()
                        ? getTranslation("geschiedenis.regel", Integer.toString(each.line()))
                        : getTranslation("geschiedenis.regel.kolom", Integer.toString(each.line()), each.column()));
        where.addClassName("lb-strong");
        return new ListItem(where, new Span(" " + each.problem() + " " + each.remedy()));
    }

    private Div lines(HistoryPreview preview) {
        var list = new UnorderedList();
        list.addClassName("lb-history-lines");
        Stream.concat(
                        preview.file().totals().stream().map(this::inWords),
                        preview.file().transfers().stream().map(this::transferInWords))
                .limit(SHOWN)
                .forEach(text -> list.add(new ListItem(text)));
        var part = new Div(list);
        if (preview.file().lines() > SHOWN) {
            part.add(new Paragraph(
                    getTranslation("geschiedenis.meer", preview.file().lines() - SHOWN)));
        }
        return part;
    }

    private String inWords(Line<PrintedTotal> line) {
        var total = line.value();
        var what = Stream.of(total.programme(), total.measure(), total.period(), total.category())
                .filter(text -> !text.isEmpty())
                .toList();
        return getTranslation(
                "geschiedenis.regel.totaal", Integer.toString(line.number()), String.join(", ", what), value(total));
    }

    private String value(PrintedTotal total) {
        if (total.derived() != PrintedTotal.Derived.NOT) {
            return getTranslation("geschiedenis.berekend");
        }
        return switch (total.amount().kind()) {
            case NUMBER -> total.amount().printed() + " " + total.unit();
            case EMPTY -> getTranslation("geschiedenis.leeg");
            case NOT_APPLICABLE -> getTranslation("doorstroom.nvt");
            case UNKNOWN, WITHHELD -> getTranslation("doorstroom.onbekend");
        };
    }

    private String transferInWords(Line<ClosedTransfer> line) {
        var transfer = line.value();
        return getTranslation(
                "geschiedenis.regel.traject",
                Integer.toString(line.number()),
                Integer.toString(transfer.number()),
                transfer.programme() + ", " + transfer.schoolYear(),
                getTranslation("doorstroom.eerder.uitkomst."
                                + transfer.outcome().code())
                        .toLowerCase(Locale.ROOT));
    }

    private Button apply(String name, byte[] content) {
        var apply = new Button(getTranslation("geschiedenis.inlezen"));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        apply.setDisableOnClick(true);
        apply.addClickListener(click -> {
            try {
                done(history.apply(actor.get(), name, content));
            } catch (HistoryRefused e) {
                refuse(e.getMessage());
            }
        });
        return apply;
    }

    private void done(int number) {
        result.removeAll();
        showImports();
        var heading = new H2(getTranslation("geschiedenis.klaar", number));
        heading.getElement().setAttribute("tabindex", "-1");
        var card = new Div(heading, new Paragraph(getTranslation("geschiedenis.klaar.uitleg")));
        card.addClassNames("lb-card", "lb-stack");
        result.add(card);
        heading.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus()");
    }

    private void showImports() {
        imports.removeAll();
        imports.add(new H2(getTranslation("geschiedenis.eerder")));
        var all = history.imports(actor.get());
        if (all.isEmpty()) {
            var nothing = new Paragraph(getTranslation("geschiedenis.geen"));
            nothing.addClassName("lb-empty");
            imports.add(nothing);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("lb-history-imports");
        all.forEach(each -> list.add(item(each)));
        imports.add(list);
    }

    private ListItem item(HistoryImport each) {
        var name = new Span(each.fileName());
        name.addClassName("lb-strong");
        var about = new Div(
                name,
                new Paragraph(getTranslation("geschiedenis.soort." + each.layout(), each.lines())),
                new Paragraph(inWords("geschiedenis.ingelezen", each.importedBy(), each.importedAt())));
        var item = new ListItem(about);
        if (each.isTakenBack()) {
            about.add(new Paragraph(inWords("geschiedenis.teruggehaald", each.takenBackBy(), each.takenBackAt())));
            item.addClassName("lb-history-gone");
            return item;
        }
        var back = new Button(
                getTranslation("geschiedenis.terughalen"),
                click -> new TakeBackDialog(each.fileName(), () -> takeBack(each)).open());
        back.setAriaLabel(getTranslation("geschiedenis.terughalen.van", each.fileName()));
        item.add(back);
        return item;
    }

    private String inWords(String key, String who, Instant when) {
        var day = dates.full(Dates.day(when), getLocale());
        return who.isEmpty() ? getTranslation(key + ".regio", day) : getTranslation(key, who, day);
    }

    private void takeBack(HistoryImport each) {
        try {
            history.takeBack(actor.get(), each.id());
            Messages.done(getTranslation("geschiedenis.terug.klaar", each.fileName()));
        } catch (HistoryRefused e) {
            Messages.problem(e.getMessage());
        }
        result.removeAll();
        showImports();
    }

    private Div step(String title, Component... content) {
        var card = new Div(new H2(getTranslation(title)));
        card.add(content);
        card.addClassNames("lb-card", "lb-stack");
        return card;
    }
}
