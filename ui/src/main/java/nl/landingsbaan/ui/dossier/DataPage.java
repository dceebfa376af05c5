package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.transfer.CorrectionRefused;
import nl.landingsbaan.platform.transfer.Corrections;
import nl.landingsbaan.platform.transfer.DossierValues;
import nl.landingsbaan.platform.transfer.FieldValue;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;

/** What is known about a young person, kind by kind, as far as the actor may see it. */
@Route(value = "dossier/:id/gegevens", layout = DossierFrame.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE, Right.REFER})
public class DataPage extends Div implements DossierPart {

    private final CurrentActor actor;
    private final transient Transfers transfers;
    private final transient Participants participants;
    private final transient DossierValues dossierValues;
    private final transient Corrections corrections;
    private final transient Tasks tasks;
    private final transient Regions regions;
    private final transient Forms forms;
    private final transient Dates dates;

    DataPage(
            CurrentActor actor,
            Transfers transfers,
            Participants participants,
            DossierValues dossierValues,
            Corrections corrections,
            Tasks tasks,
            Regions regions,
            Forms forms,
            Dates dates) {
        this.actor = actor;
        this.transfers = transfers;
        this.participants = participants;
        this.dossierValues = dossierValues;
        this.corrections = corrections;
        this.tasks = tasks;
        this.regions = regions;
        this.forms = forms;
        this.dates = dates;
        addClassName("lb-stack");
    }

    @Override
    public void show(long transferId) {
        var me = actor.get();
        var transfer = transfers.find(me, transferId);
        var viewer = participants.viewer(me, transferId);
        var values = dossierValues.visible(transfer, viewer);
        var steps = tasks.way(me, transferId).stream().collect(Collectors.toMap(TaskLine::id, TaskLine::stepName));
        removeAll();
        add(new H2(getTranslation("dossier.pagina.gegevens")));
        if (values.isEmpty()) {
            var nothing = new Paragraph(getTranslation("dossier.gegevens.geen"));
            nothing.addClassName("lb-empty");
            add(nothing);
        }
        if (values.stream().anyMatch(FieldValue::outdated)) {
            var months = regions.region(me.regionId()).settings().outdatedAfterMonths();
            var explanation = new Paragraph(getTranslation("dossier.gegevens.verouderd.uitleg", months));
            explanation.addClassName("lb-quiet");
            add(explanation);
        }
        byCategory(values).forEach((category, ofCategory) -> {
            var list = new DescriptionList();
            ofCategory.forEach(
                    value -> list.add(new DescriptionList.Term(value.label()), description(transfer, value, steps)));
            var section = new Section(new H2(name(category)), list);
            section.addClassNames("lb-card", "lb-values");
            add(section);
        });
        add(new WithheldNote(dossierValues.withheld(transfer, viewer)));
    }

    private static Map<Category, List<FieldValue>> byCategory(List<FieldValue> values) {
        return values.stream()
                .collect(Collectors.groupingBy(
                        FieldValue::category, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private String name(Category category) {
        return getTranslation("categorie." + category.code());
    }

    private DescriptionList.Description description(TransferKey transfer, FieldValue value, Map<Long, String> steps) {
        var text = new Span(value.text());
        text.addClassName("lb-value");
        var line = new Div(text);
        line.addClassName("lb-value-line");
        if (value.outdated()) {
            var chip = new Span(getTranslation("dossier.gegevens.verouderd"));
            chip.addClassNames("lb-chip", "lb-chip-outdated");
            line.add(chip);
        }
        if (value.correctable()) {
            var correct = new Button(getTranslation("dossier.gegevens.verbeteren"), click -> correct(transfer, value));
            correct.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            correct.setAriaLabel(getTranslation("dossier.gegevens.verbeteren.van", value.label()));
            line.add(correct);
        }
        var description = new DescriptionList.Description(line, origin(value.latest(), steps));
        if (!value.earlier().isEmpty()) {
            var list = new UnorderedList();
            value.earlier().forEach(given -> {
                var earlier = new Span(given.text());
                earlier.addClassName("lb-value");
                list.add(new ListItem(earlier, origin(given, steps)));
            });
            var title = value.earlier().size() == 1
                    ? getTranslation("dossier.gegevens.eerder.een")
                    : getTranslation("dossier.gegevens.eerder", value.earlier().size());
            description.add(new Details(title, list));
        }
        return description;
    }

    /** Who said it, for which organisation, when, and in which step. */
    private Div origin(FieldValue.Given given, Map<Long, String> steps) {
        var parts = new ArrayList<String>();
        parts.add(getTranslation(
                "dossier.gegevens.wie",
                given.by(),
                given.organisationName(),
                dates.full(Dates.day(given.at()), getLocale())));
        if (given.taskId() != null && steps.containsKey(given.taskId())) {
            parts.add(getTranslation("dossier.gegevens.stap", steps.get(given.taskId())));
        }
        if (given.reason() != null) {
            parts.add(getTranslation("dossier.gegevens.reden", given.reason()));
        }
        if (given.fromEarlierTransfer()) {
            parts.add(getTranslation("dossier.gegevens.vorige"));
        }
        var origin = new Div(String.join(" · ", parts));
        origin.addClassNames("lb-quiet", "lb-value-origin");
        return origin;
    }

    private void correct(TransferKey transfer, FieldValue value) {
        try {
            new CorrectionDialog(
                            value.label(),
                            corrections.correction(actor.get(), transfer, value.key()),
                            forms,
                            (corrected, reason) ->
                                    corrections.correct(actor.get(), transfer, value.key(), corrected, reason),
                            () -> show(transfer.id()))
                    .open();
        } catch (CorrectionRefused e) {
            Messages.problem(getTranslation("dossier.verbeteren.niet"));
            show(transfer.id());
        }
    }
}
