package nl.landingsbaan.ui.youngpeople;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.admission.IncomingMove;
import nl.landingsbaan.platform.admission.MoveNotFound;
import nl.landingsbaan.platform.admission.MoveRequest;
import nl.landingsbaan.platform.admission.RegionalMoves;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.ReferralImpossible;
import nl.landingsbaan.ui.form.FormRenderer;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;

/** Young people who move here from another region: without a name until somebody takes over. */
@Route(value = "verhuizingen", layout = MainLayout.class)
@PermitAll
@Requires(Right.COORDINATE)
@StyleSheet("styles/youngpeople.css")
public class ArrivalsView extends Div implements HasDynamicTitle {

    private final CurrentActor actor;
    private final transient RegionalMoves moves;
    private final transient Forms forms;
    private final transient Dates dates;
    private final Div list = new Div();

    ArrivalsView(CurrentActor actor, RegionalMoves moves, Forms forms, Dates dates) {
        this.actor = actor;
        this.moves = moves;
        this.forms = forms;
        this.dates = dates;
        addClassNames("lb-page", "lb-stack", "lb-arrivals");
        list.addClassName("lb-stack");
        var explanation = new Paragraph(getTranslation("verhuizingen.uitleg"));
        explanation.addClassName("lb-quiet");
        add(new H1(getTranslation("verhuizingen.titel")), explanation, list);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("verhuizingen.titel") + " - Landingsbaan";
    }

    private void show() {
        list.removeAll();
        var incoming = moves.incoming(actor.get());
        if (incoming.isEmpty()) {
            var nobody = new Paragraph(getTranslation("verhuizingen.leeg"));
            nobody.addClassName("lb-empty");
            list.add(nobody);
        }
        incoming.forEach(move -> list.add(card(move)));
    }

    private Div card(IncomingMove move) {
        var along = move.categories().isEmpty()
                ? getTranslation("verhuizingen.niets")
                : move.categories().stream()
                        .map(category -> getTranslation("categorie." + category.code()))
                        .collect(Collectors.joining(", "));
        var answer = new Div();
        answer.addClassName("lb-stack");
        var take = new Button(getTranslation("verhuizingen.overnemen"), click -> ask(answer, () -> taking(move)));
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var refuse = new Button(getTranslation("verhuizingen.weigeren"), click -> ask(answer, () -> refusing(move)));
        var buttons = new Div(take, refuse);
        buttons.addClassName("lb-row");
        var card = new Div(
                new H2(getTranslation("verhuizingen.van", move.fromRegion())),
                new Paragraph(getTranslation(
                        "verhuizingen.wie",
                        move.age(),
                        move.schoolKind().word(),
                        move.schoolYear(),
                        dates.full(Dates.day(move.sentAt()), getLocale()))),
                new Paragraph(getTranslation("verhuizingen.mee", along)),
                buttons,
                answer);
        card.addClassNames("lb-card", "lb-stack");
        return card;
    }

    private void ask(Div place, java.util.function.Supplier<Div> question) {
        place.removeAll();
        try {
            place.add(question.get());
            place.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        } catch (MoveNotFound e) {
            gone();
        } catch (ReferralImpossible e) {
            Messages.problem(e.getMessage());
        }
    }

    private Div taking(IncomingMove move) {
        var asked = moves.arrivalForm(actor.get(), move.id());
        var school = new ComboBox<Membership>(getTranslation("verhuizingen.school"));
        school.setItems(asked.schools());
        school.setItemLabelGenerator(Membership::organisationName);
        school.setRequiredIndicatorVisible(true);
        school.getElement().setProperty("manualValidation", true);
        var form = new FormRenderer(asked.form(), asked.choices(), forms);
        var known = new KnownPanel(dates, true);
        var send = new Button(getTranslation("verhuizingen.overnemen.zeker"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            take(move, school, form, known);
            send.setEnabled(true);
        });
        var taking = new Div(new Paragraph(getTranslation("verhuizingen.overnemen.uitleg")), school, form, known, send);
        taking.addClassName("lb-stack");
        return taking;
    }

    /** Only now it shows who comes, when this may be somebody who is known: the coordinator says whether it is. */
    private void take(IncomingMove move, ComboBox<Membership> school, FormRenderer form, KnownPanel known) {
        school.setInvalid(school.getValue() == null);
        if (school.getValue() == null) {
            school.setErrorMessage(getTranslation("verhuizingen.school.kies"));
            school.focus();
            return;
        }
        try {
            known.show(moves.known(actor.get(), move.id()));
            if (!known.isAnswered()) {
                known.askAgain();
                return;
            }
            var arrival = moves.takeOver(
                    actor.get(),
                    move.id(),
                    school.getValue().organisationId(),
                    form.values(),
                    known.chosen().orElse(null));
            if (!arrival.unplaced().isEmpty()) {
                Messages.problem(getTranslation("verhuizingen.past-niet", String.join(", ", arrival.unplaced())));
            }
            Messages.done(getTranslation("verhuizingen.overgenomen"));
            getUI().ifPresent(ui -> ui.navigate("dossier/" + arrival.transferId()));
        } catch (FormRefused e) {
            form.showErrors(e.errors());
        } catch (ReferralImpossible e) {
            Messages.problem(e.getMessage());
        } catch (MoveNotFound e) {
            gone();
        }
    }

    private Div refusing(IncomingMove move) {
        var reason = new TextArea(getTranslation("verhuizingen.reden"));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        reason.getElement().setProperty("manualValidation", true);
        var send = new Button(getTranslation("verhuizingen.weigeren.zeker"), click -> {
            try {
                moves.refuse(actor.get(), move.id(), reason.getValue());
                Messages.done(getTranslation("verhuizingen.geweigerd"));
                show();
            } catch (FormRefused e) {
                reason.setErrorMessage(e.errors().get(MoveRequest.REASON));
                reason.setInvalid(true);
                reason.focus();
            } catch (MoveNotFound e) {
                gone();
            }
        });
        var refusing = new Div(reason, send);
        refusing.addClassName("lb-stack");
        return refusing;
    }

    private void gone() {
        Messages.problem(getTranslation("verhuizingen.weg"));
        show();
    }
}
