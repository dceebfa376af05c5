package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.consent.SharedState;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.SharingOverview;
import nl.landingsbaan.platform.transfer.SharingOverview.CategorySeen;
import nl.landingsbaan.platform.transfer.SharingOverview.ReceiverSees;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Requires;

/** Who can see what of a dossier and why, and what was decided about it. */
@Route(value = "dossier/:id/delen", layout = DossierFrame.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE, Right.REFER})
@StyleSheet("styles/sharing.css")
public class SharingPage extends Div implements DossierPart {

    private final CurrentActor actor;
    private final transient DossierSharing sharing;
    private final transient Dates dates;
    private transient SharingOverview shown;

    SharingPage(CurrentActor actor, DossierSharing sharing, Dates dates) {
        this.actor = actor;
        this.sharing = sharing;
        this.dates = dates;
        addClassNames("lb-stack", "lb-sharing");
    }

    @Override
    public void show(long transferId) {
        show(transferId, sharing.overview(actor.get(), transferId));
    }

    /** What stays the same is left alone, so that whoever is reading or about to click is not disturbed. */
    @Override
    public void changed(long transferId) {
        var overview = sharing.overview(actor.get(), transferId);
        if (!overview.equals(shown)) {
            show(transferId, overview);
        }
    }

    private void show(long transferId, SharingOverview overview) {
        shown = overview;
        removeAll();
        add(new H2(getTranslation("delen.titel")), explanation(overview));
        if (overview.mayDecide()) {
            var decide = new Button(
                    getTranslation("delen.vastleggen"),
                    click -> new DecisionDialog(
                                    actor, sharing, overview, transferId, dates.today(), () -> show(transferId))
                            .open());
            decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            decide.addClassName("lb-sharing-decide");
            add(decide);
        }
        overview.receivers().stream()
                .filter(SharingPage::takesPart)
                .forEach(receiver -> add(card(overview, receiver, transferId)));
        var others = overview.receivers().stream()
                .filter(receiver -> !takesPart(receiver))
                .map(receiver -> card(overview, receiver, transferId))
                .toArray(Component[]::new);
        if (others.length > 0) {
            var details = new Details(getTranslation("delen.anderen", others.length), others);
            details.addClassName("lb-sharing-others");
            add(details);
        }
        if (!overview.history().isEmpty()) {
            add(history(overview.history()));
        }
    }

    private static boolean takesPart(ReceiverSees receiver) {
        return receiver.receiver().isParents() || !receiver.roles().isEmpty();
    }

    private Component explanation(SharingOverview overview) {
        var who = overview.needed().stream()
                .sorted()
                .map(signatory -> getTranslation("delen.wie." + signatory))
                .collect(Collectors.joining(" " + getTranslation("delen.en") + " "));
        var text = new Paragraph(getTranslation("delen.uitleg", overview.age(), who));
        text.addClassName("lb-quiet");
        return text;
    }

    private Section card(SharingOverview overview, ReceiverSees receiver, long transferId) {
        var card = new Section(new H3(name(receiver.name())));
        card.addClassName("lb-card");
        var roles = new Paragraph(
                !receiver.roles().isEmpty()
                        ? String.join(", ", receiver.roles())
                        : getTranslation(
                                receiver.receiver().isParents() ? "delen.ouders.uitleg" : "delen.doet-niet-mee"));
        roles.addClassName("lb-quiet");
        card.add(roles);
        var list = new UnorderedList();
        list.addClassName("lb-sharing-list");
        byReason(receiver.categories()).forEach((reason, categories) -> list.add(line(reason, categories)));
        card.add(list);
        if (overview.mayDecide()) {
            card.add(actions(receiver, transferId));
        }
        return card;
    }

    private Div actions(ReceiverSees receiver, long transferId) {
        var actions = new Div();
        actions.addClassName("lb-sharing-actions");
        var address = receiver.receiver().isParents()
                ? "ouders"
                : receiver.receiver().organisationId().toString();
        var look = new Anchor(
                "dossier/" + transferId + "/bekijk-als/" + address,
                getTranslation("delen.bekijk-als", name(receiver.name())));
        actions.add(look);
        if (receiver.mayEnd() || receiver.categories().stream().anyMatch(each -> each.state() == SharedState.GIVEN)) {
            var withdraw = new Button(
                    getTranslation("delen.intrekken"),
                    click -> new WithdrawDialog(
                                    actor, sharing, receiver, name(receiver.name()), transferId, () -> show(transferId))
                            .open());
            withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            withdraw.setAriaLabel(getTranslation("delen.intrekken.van", name(receiver.name())));
            actions.add(withdraw);
        }
        return actions;
    }

    /** Categories for the same reason stand together, what is seen first. */
    private Map<Reason, List<CategorySeen>> byReason(List<CategorySeen> categories) {
        var sorted = new LinkedHashMap<Reason, List<CategorySeen>>();
        categories.stream().collect(Collectors.groupingBy(this::reason)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private Reason reason(CategorySeen seen) {
        if (seen.free()) {
            return new Reason(0, getTranslation("delen.reden.zonder"), true);
        }
        var order = 1 + seen.state().ordinal();
        if (seen.state() == SharedState.GIVEN || seen.state() == SharedState.EXPIRED) {
            return new Reason(
                    order,
                    getTranslation("delen.reden." + seen.state(), dates.full(seen.until(), getLocale())),
                    seen.seen());
        }
        return new Reason(order, getTranslation("delen.reden." + seen.state()), false);
    }

    private ListItem line(Reason reason, List<CategorySeen> categories) {
        var why = new Span(reason.text());
        why.addClassNames("lb-chip", reason.seen() ? "lb-sharing-yes" : "lb-sharing-no");
        var own = getTranslation("delen.eigen");
        var what = categories.size() == Category.values().length
                        && (reason.seen() || categories.stream().noneMatch(CategorySeen::own))
                ? getTranslation("delen.alles")
                : categories.stream()
                        .map(each ->
                                categoryName(each.category()) + (each.own() && !reason.seen() ? " (" + own + ")" : ""))
                        .collect(Collectors.joining(", "));
        return new ListItem(why, new Span(what));
    }

    private Details history(List<SharingOverview.Line> lines) {
        var list = new UnorderedList();
        list.addClassName("lb-sharing-history");
        lines.forEach(line -> list.add(new ListItem(said(line))));
        return new Details(getTranslation("delen.geschiedenis", lines.size()), list);
    }

    private String said(SharingOverview.Line line) {
        var what = line.categories().size() == Category.values().length
                ? getTranslation("delen.alles")
                : line.categories().stream().map(this::categoryName).collect(Collectors.joining(", "));
        var text = getTranslation(
                line.granted() ? "delen.regel.ja" : "delen.regel.nee",
                dates.full(line.givenOn(), getLocale()),
                getTranslation("delen.wie." + line.signatory()),
                name(line.receiverName()),
                what,
                getTranslation("delen.hoe." + line.manner()),
                line.recordedBy());
        return line.withdrawnAt() == null
                ? text
                : text + " "
                        + getTranslation(
                                "delen.regel.ingetrokken",
                                dates.full(Dates.day(line.withdrawnAt()), getLocale()),
                                line.withdrawnBy());
    }

    private String name(String organisation) {
        return organisation == null ? getTranslation("delen.ouders") : organisation;
    }

    private String categoryName(Category category) {
        return getTranslation("categorie." + category.code());
    }

    private record Reason(int order, String text, boolean seen) implements Comparable<Reason> {

        @Override
        public int compareTo(Reason other) {
            return order != other.order ? Integer.compare(order, other.order) : text.compareTo(other.text);
        }
    }
}
