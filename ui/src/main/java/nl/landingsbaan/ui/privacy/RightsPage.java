package nl.landingsbaan.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import nl.landingsbaan.platform.privacy.Erasures;
import nl.landingsbaan.platform.privacy.RequestKind;
import nl.landingsbaan.platform.privacy.Requests;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.ui.dossier.DossierFrame;
import nl.landingsbaan.ui.dossier.DossierPart;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Requires;

/** What a young person or the parents ask about the data in this dossier, and what became of it. */
@Route(value = "dossier/:id/rechten", layout = DossierFrame.class)
@PermitAll
@Requires(Right.COORDINATE)
@StyleSheet("styles/privacy.css")
public class RightsPage extends Div implements DossierPart {

    private final CurrentActor actor;
    private final transient Requests requests;
    private final transient RequestLines lines;
    private final transient Erasures erasures;
    private final transient Dates dates;

    RightsPage(CurrentActor actor, Requests requests, Erasures erasures, Dates dates) {
        this.actor = actor;
        this.requests = requests;
        this.erasures = erasures;
        this.dates = dates;
        this.lines = new RequestLines(actor, requests, erasures, dates);
        addClassName("lb-stack");
    }

    @Override
    public void show(long transferId) {
        removeAll();
        add(new H2(getTranslation("dossier.pagina.rechten")));
        if (!requests.isFor(actor.get(), transferId)) {
            add(new Paragraph(getTranslation("rechten.nietvooru")));
            return;
        }
        add(new Paragraph(getTranslation("rechten.uitleg")), ways(transferId), asked(transferId));
    }

    private Div ways(long transferId) {
        var correct = new Button(
                getTranslation("rechten.verbeteren.naam"),
                click -> new IdentityDialog(actor, requests, dates, transferId, () -> show(transferId)).open());
        var ways = new Div(
                way("inzage", ask(RequestKind.ACCESS, transferId)),
                way("verbeteren", correct, ask(RequestKind.CORRECTION, transferId)),
                way("verwijderen", ask(RequestKind.ERASURE, transferId)));
        ways.addClassName("lb-rights");
        return ways;
    }

    private Section way(String name, Button... buttons) {
        var actions = new Div(buttons);
        actions.addClassName("lb-rights-actions");
        var way = new Section(
                new H3(getTranslation("rechten." + name)),
                new Paragraph(getTranslation("rechten." + name + ".uitleg", Erasures.WAITING.toDays())),
                actions);
        way.addClassName("lb-card");
        return way;
    }

    private Button ask(RequestKind kind, long transferId) {
        return new Button(
                getTranslation("rechten.vastleggen." + kind),
                click -> new AskDialog(actor, requests, erasures, kind, transferId, () -> show(transferId)).open());
    }

    private Section asked(long transferId) {
        var section = new Section(new H3(getTranslation("rechten.gevraagd")));
        var found = requests.of(actor.get(), transferId);
        if (found.isEmpty()) {
            section.add(new Paragraph(getTranslation("rechten.niets")));
        } else {
            section.add(lines.list(found, false, this, () -> show(transferId)));
        }
        return section;
    }
}
