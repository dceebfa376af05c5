package nl.landingsbaan.ui.youngpeople;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.landingsbaan.platform.transfer.KnownYoungPerson;
import nl.landingsbaan.ui.shell.Dates;

/** "This young person may be known already": who it may be, and the question whether it is. Invisible while nobody is alike. */
class KnownPanel extends Div {

    private final transient Dates dates;
    private final String toWhom;
    private final RadioButtonGroup<Choice> choices = new RadioButtonGroup<>();
    private final Div explanation = new Div();
    private transient List<KnownYoungPerson> shown = List.of();

    /** @param person null: somebody else than those who are known */
    private record Choice(KnownYoungPerson person, String label) {}

    /** @param coordinates whether the reader coordinates: nobody else has to be asked then */
    KnownPanel(Dates dates, boolean coordinates) {
        this.dates = dates;
        this.toWhom = coordinates ? ".coordinator" : "";
        addClassNames("lb-banner", "lb-banner-warm", "lb-known");
        getElement().setAttribute("role", "status");
        choices.setLabel(getTranslation("bekend.vraag"));
        choices.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choices.setItemLabelGenerator(Choice::label);
        choices.getElement().setProperty("manualValidation", true);
        choices.addValueChangeListener(change -> choices.setInvalid(false));
        add(new H3(getTranslation("bekend.titel")), explanation, choices);
        setVisible(false);
    }

    /** Shows these; what was chosen stays as long as they are the same. */
    void show(List<KnownYoungPerson> matches) {
        if (matches.equals(shown)) {
            return;
        }
        shown = matches;
        setVisible(!matches.isEmpty());
        explanation.removeAll();
        var offered = new ArrayList<Choice>();
        matches.forEach(match -> {
            if (match.visible()) {
                explanation.add(about(match));
                if (!match.running()) {
                    offered.add(new Choice(match, getTranslation("bekend.dezelfde", name(match))));
                }
            } else {
                explanation.add(new Paragraph(getTranslation("bekend.niet-zichtbaar" + toWhom)));
            }
        });
        offered.add(new Choice(null, getTranslation("bekend.ander")));
        choices.setItems(offered);
        choices.setInvalid(false);
    }

    /** Whether the question was answered, or was not asked. */
    boolean isAnswered() {
        return !isVisible() || choices.getValue() != null;
    }

    /** Says that the question must be answered, and brings the user to it. */
    void askAgain() {
        choices.setErrorMessage(getTranslation("bekend.kies"));
        choices.setInvalid(true);
        choices.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus()");
    }

    /** The id of who this is; empty: somebody new. */
    Optional<Long> chosen() {
        return isVisible() && choices.getValue() != null && choices.getValue().person() != null
                ? Optional.of(choices.getValue().person().id())
                : Optional.empty();
    }

    private Div about(KnownYoungPerson match) {
        var who = new Paragraph(getTranslation("bekend.wie", name(match), dates.full(match.birthDate(), getLocale())));
        who.addClassName("lb-strong");
        var transfers = new UnorderedList();
        match.transfers().forEach(transfer -> {
            var running = transfer.outcome() == null;
            var where = running
                    ? transfer.phase() == null ? getTranslation("jongeren.fase.onderweg") : transfer.phaseName()
                    : transfer.outcomeName();
            var link = new Anchor(
                    "dossier/" + transfer.id(),
                    getTranslation(
                            running ? "bekend.loopt" : "bekend.eerder",
                            transfer.schoolYear(),
                            where,
                            transfer.originName()));
            link.setTarget("_blank");
            transfers.add(new ListItem(link));
        });
        var about = new Div(who, transfers);
        if (match.running()) {
            about.add(new Paragraph(getTranslation("bekend.loopt.uitleg" + toWhom)));
        }
        return about;
    }

    private static String name(KnownYoungPerson match) {
        return match.firstName() + " " + match.lastName();
    }
}
