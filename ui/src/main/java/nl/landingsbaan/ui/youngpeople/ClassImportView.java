package nl.landingsbaan.ui.youngpeople;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.landingsbaan.platform.admission.ClassFileRefused;
import nl.landingsbaan.platform.admission.ClassImportRefused;
import nl.landingsbaan.platform.admission.ClassPreview;
import nl.landingsbaan.platform.admission.ClassRow;
import nl.landingsbaan.platform.admission.Classes;
import nl.landingsbaan.platform.admission.RowChoice;
import nl.landingsbaan.platform.admission.RowProblem;
import nl.landingsbaan.platform.admission.RowState;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.transfer.KnownYoungPerson;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.ReferralImpossible;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.FileUpload;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;

/** Refers a whole class from a file: template, file, preview, done. What was read is gone when the screen is. */
@Route(value = "aanmelden/klas", layout = MainLayout.class)
@PermitAll
@Requires(Right.REFER)
@StyleSheet("styles/youngpeople.css")
public class ClassImportView extends Div implements HasDynamicTitle {

    private static final int SHOWN = 50;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CurrentActor actor;
    private final transient Classes classes;
    private final transient Dates dates;
    private final Div problem = new Div();
    private final Div result = new Div();
    private final FileUpload upload = new FileUpload((name, content) -> read(content), this::refuse, ".csv", ".xlsx");
    private final Map<Integer, RowChoice> choices = new HashMap<>();
    private transient ClassPreview preview;

    ClassImportView(CurrentActor actor, Classes classes, Dates dates) {
        this.actor = actor;
        this.classes = classes;
        this.dates = dates;
        addClassNames("lb-page", "lb-class-import");
        var back = new Anchor("aanmelden", getTranslation("klas.terug"));
        back.addClassName("lb-back");
        problem.addClassNames("lb-banner", "lb-banner-late");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        result.addClassName("lb-stack");
        result.getElement().setAttribute("aria-live", "polite");
        add(new Div(back, new H1(getTranslation("klas.titel"))));
        try {
            classes.templateCsv(actor.get());
            add(template(), file(), result);
        } catch (ReferralImpossible e) {
            problem.setText(e.getMessage());
            problem.setVisible(true);
            add(problem);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("klas.titel") + " - Landingsbaan";
    }

    private Div template() {
        var excel = download("klas.voorbeeld.excel", "klas.xlsx", XLSX, () -> classes.templateXlsx(actor.get()));
        var csv = download(
                "klas.voorbeeld.csv", "klas.csv", "text/csv; charset=utf-8", () -> classes.templateCsv(actor.get()));
        var links = new Div(excel, csv);
        links.addClassName("lb-row");
        return step("klas.stap1", new Paragraph(getTranslation("klas.stap1.uitleg")), links);
    }

    private Div file() {
        return step(
                "klas.stap2",
                new Paragraph(getTranslation("klas.stap2.uitleg", FileUpload.MOST_MEGABYTES)),
                upload,
                problem);
    }

    private void read(byte[] content) {
        problem.setVisible(false);
        choices.clear();
        upload.clearFileList();
        try {
            preview = classes.preview(actor.get(), content);
            show();
        } catch (ClassFileRefused | ReferralImpossible e) {
            refuse(e.getMessage());
        }
    }

    private void refuse(String message) {
        preview = null;
        result.removeAll();
        upload.clearFileList();
        problem.setText(message);
        problem.setVisible(true);
    }

    private void show() {
        result.removeAll();
        var totals = new UnorderedList();
        totals.addClassName("lb-class-totals");
        for (var state : RowState.values()) {
            if (preview.number(state) > 0) {
                totals.add(new ListItem(getTranslation("klas.aantal." + state, preview.number(state))));
            }
        }
        var card = step("klas.stap3", new Paragraph(getTranslation("klas.stap3.uitleg", preview.schoolYear())), totals);
        if (!preview.ignoredColumns().isEmpty()) {
            card.add(banner(getTranslation("klas.overgeslagen", String.join(", ", preview.ignoredColumns()))));
        }
        var leaveOut = new Checkbox(getTranslation("klas.zonder-fouten", wrong()));
        if (preview.hasWrongRows()) {
            card.add(problems(), leaveOut);
        }
        var asked = preview.rows().stream()
                .filter(row -> row.state() == RowState.KNOWN || row.state() == RowState.RUNNING)
                .toList();
        if (!asked.isEmpty()) {
            card.add(known(asked));
        }
        card.add(newcomers(), send(leaveOut));
        result.add(card);
        card.getElement().executeJs("this.scrollIntoView({block: 'start'})");
    }

    private Div problems() {
        var problems = preview.problems();
        var list = new UnorderedList();
        list.addClassName("lb-class-problems");
        problems.stream().limit(SHOWN).forEach(each -> list.add(new ListItem(inWords(each))));
        var part = new Div(new H3(getTranslation("klas.fouten")), list);
        if (problems.size() > SHOWN) {
            part.add(new Paragraph(getTranslation("klas.meer", problems.size() - SHOWN)));
        }
        var shown = preview;
        part.add(download(
                "klas.fouten.download", "fouten.csv", "text/csv; charset=utf-8", () -> classes.problemsCsv(shown)));
        part.addClassName("lb-class-part");
        return part;
    }

    private String inWords(RowProblem each) {
        return getTranslation("klas.fout", Integer.toString(each.row()), each.column(), each.message());
    }

    private Div known(List<ClassRow> rows) {
        var list = new OrderedList();
        list.addClassName("lb-class-known");
        rows.forEach(row -> list.add(new ListItem(question(row))));
        var part = new Div(
                new H3(getTranslation("klas.bekend")), new Paragraph(getTranslation("klas.bekend.uitleg")), list);
        part.addClassName("lb-class-part");
        return part;
    }

    private Div question(ClassRow row) {
        var who = new Span(getTranslation("klas.rij", Integer.toString(row.number()), name(row.referral())));
        who.addClassName("lb-strong");
        var about = new Div(who);
        row.matches().forEach(match -> about.add(new Paragraph(inWords(match))));
        var choice = new ComboBox<RowChoice>(getTranslation("klas.keuze", Integer.toString(row.number())));
        choice.setItems(row.choices());
        choice.setItemLabelGenerator(each -> getTranslation("klas.keuze." + each));
        choice.setPlaceholder(getTranslation("formulier.kies"));
        choice.setRequiredIndicatorVisible(true);
        choice.setValue(choices.getOrDefault(row.number(), row.proposal()));
        choice.addValueChangeListener(change -> choices.put(row.number(), change.getValue()));
        var question = new Div(about, choice);
        question.addClassName("lb-class-question");
        return question;
    }

    private String inWords(KnownYoungPerson match) {
        if (!match.visible()) {
            return getTranslation("bekend.niet-zichtbaar");
        }
        var who = getTranslation(
                "bekend.wie", match.firstName() + " " + match.lastName(), dates.full(match.birthDate(), getLocale()));
        return match.running() ? who + ". " + getTranslation("klas.loopt") : who;
    }

    private Div newcomers() {
        var names = preview.rows().stream()
                .filter(row -> row.state() == RowState.NEW)
                .toList();
        var part = new Div();
        part.addClassName("lb-class-part");
        if (names.isEmpty()) {
            return part;
        }
        var list = new UnorderedList();
        list.addClassName("lb-class-new");
        names.stream()
                .limit(SHOWN)
                .forEach(row -> list.add(new ListItem(getTranslation(
                        "klas.nieuw.regel",
                        name(row.referral()),
                        dates.full(row.referral().birthDate(), getLocale())))));
        part.add(new H3(getTranslation("klas.nieuw")), list);
        if (names.size() > SHOWN) {
            part.add(new Paragraph(getTranslation("klas.meer", names.size() - SHOWN)));
        }
        return part;
    }

    private Button send(Checkbox leaveOut) {
        var send = new Button(getTranslation("klas.verstuur"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                done(classes.refer(actor.get(), preview, new HashMap<>(choices), leaveOut.getValue())
                        .size());
            } catch (ClassImportRefused | ReferralImpossible e) {
                Messages.problem(e.getMessage());
                send.setEnabled(true);
            }
        });
        return send;
    }

    private void done(int number) {
        preview = null;
        choices.clear();
        result.removeAll();
        var heading = new H2(getTranslation("klas.klaar", number));
        heading.getElement().setAttribute("tabindex", "-1");
        var card = new Div(
                heading,
                new Paragraph(getTranslation("klas.klaar.uitleg")),
                new Anchor("jongeren", getTranslation("klas.naar-lijst")));
        card.addClassNames("lb-card", "lb-stack", "lb-task-done");
        result.add(card);
        heading.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus()");
    }

    private long wrong() {
        return preview.number(RowState.FAULTY) + preview.number(RowState.DOUBLE);
    }

    private Div step(String title, Component... content) {
        var card = new Div(new H2(getTranslation(title)));
        card.add(content);
        card.addClassNames("lb-card", "lb-stack");
        return card;
    }

    private Div banner(String text) {
        var banner = new Div(new Paragraph(text));
        banner.addClassNames("lb-banner", "lb-banner-warm");
        return banner;
    }

    private Anchor download(String text, String fileName, String type, Supplier<byte[]> content) {
        var bytes = content.get();
        var link = new Anchor(
                DownloadHandler.fromInputStream(
                        event -> new DownloadResponse(new ByteArrayInputStream(bytes), fileName, type, bytes.length)),
                getTranslation(text));
        link.getElement().setAttribute("download", fileName);
        return link;
    }

    private static String name(Referral referral) {
        return referral.firstName().strip() + " " + referral.lastName().strip();
    }
}
