package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.consent.Receiver;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.FieldValue;
import nl.landingsbaan.platform.transfer.SeenAs;
import nl.landingsbaan.platform.transfer.SharingRefused;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Requires;

/** A dossier's values exactly as a receiver sees them, for who decides on sharing. */
@Route(value = "dossier/:id/bekijk-als/:ontvanger", layout = DossierFrame.class)
@PermitAll
@Requires({Right.COORDINATE, Right.REFER})
@StyleSheet("styles/sharing.css")
public class ViewAsPage extends Div implements DossierPart {

    private static final String PARENTS = "ouders";

    private final CurrentActor actor;
    private final transient DossierSharing sharing;
    private final transient Dates dates;
    private transient Receiver receiver;

    ViewAsPage(CurrentActor actor, DossierSharing sharing, Dates dates) {
        this.actor = actor;
        this.sharing = sharing;
        this.dates = dates;
        addClassNames("lb-stack", "lb-sharing");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        receiver = receiver(event.getRouteParameters().get("ontvanger").orElse(""));
        DossierPart.super.beforeEnter(event);
    }

    @Override
    public void show(long transferId) {
        var seen = seen(transferId);
        var name = seen.name() == null ? getTranslation("delen.ouders") : seen.name();
        removeAll();
        var banner = new Div(
                new Span(getTranslation("delen.als.banner", name)),
                new Anchor("dossier/" + transferId + "/delen", getTranslation("delen.als.terug")));
        banner.addClassNames("lb-banner", "lb-sharing-as");
        banner.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("delen.als.titel", name)), banner);
        if (!seen.sees()) {
            add(new Paragraph(getTranslation("delen.als.niets")));
            return;
        }
        if (seen.values().isEmpty() && seen.beyond().isEmpty()) {
            add(new Paragraph(getTranslation("delen.als.leeg")));
        }
        var byCategory = seen.values().stream()
                .collect(Collectors.groupingBy(FieldValue::category, LinkedHashMap::new, Collectors.toList()));
        byCategory.forEach((category, values) -> {
            var list = new DescriptionList();
            values.forEach(value -> list.add(
                    new DescriptionList.Term(value.label()),
                    new DescriptionList.Description(text(value.text()), origin(value.latest()))));
            var section = new Section(new H3(name(category)), list);
            section.addClassNames("lb-card", "lb-values");
            add(section);
        });
        if (!seen.beyond().isEmpty()) {
            add(new Paragraph(getTranslation(
                    "delen.als.meer", seen.beyond().stream().map(this::name).collect(Collectors.joining(", ")))));
        }
        add(new WithheldNote(seen.withheld()));
    }

    private SeenAs seen(long transferId) {
        try {
            return sharing.seenAs(actor.get(), transferId, receiver);
        } catch (SharingRefused e) {
            throw new TransferNotFound(transferId);
        }
    }

    private Span text(String value) {
        var text = new Span(value);
        text.addClassName("lb-value");
        return text;
    }

    private Div origin(FieldValue.Given given) {
        var origin = new Div(getTranslation(
                "dossier.gegevens.wie",
                given.by(),
                given.organisationName(),
                dates.full(Dates.day(given.at()), getLocale())));
        origin.addClassNames("lb-quiet", "lb-value-origin");
        return origin;
    }

    private String name(Category category) {
        return getTranslation("categorie." + category.code());
    }

    private static Receiver receiver(String address) {
        if (address.equals(PARENTS)) {
            return Receiver.PARENTS;
        }
        try {
            return Receiver.organisation(Long.parseLong(address));
        } catch (NumberFormatException e) {
            return Receiver.organisation(0);
        }
    }
}
