package nl.landingsbaan.ui.handover;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.handover.HandoverOverview;
import nl.landingsbaan.platform.handover.HandoverRefused;
import nl.landingsbaan.platform.handover.HandoverSheet;
import nl.landingsbaan.platform.handover.Handovers;
import nl.landingsbaan.platform.handover.LeftOut;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.TaskClosed;
import nl.landingsbaan.platform.task.TaskDetail;
import nl.landingsbaan.platform.task.TaskNotReady;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.ui.dossier.DossierFrame;
import nl.landingsbaan.ui.dossier.DossierPart;
import nl.landingsbaan.ui.form.FormRenderer;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;

/** The warm handover of a young person: made up and sent by one side, read and taken over by the other, and what became of it. */
@Route(value = "dossier/:id/overdracht", layout = DossierFrame.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE, Right.REFER})
@StyleSheet("styles/handover.css")
public class HandoverPage extends Div implements DossierPart {

    private static final String DECISION = "overdracht_besluit";
    private static final String TAKE_OVER = "overgenomen";
    private static final String GIVE_BACK = "teruggegeven";

    private final CurrentActor actor;
    private final transient Handovers handovers;
    private final transient Forms forms;
    private final transient Dates dates;
    /** The task that something is being filled in for; what is typed there is not shown anew. */
    private Long busyWith;

    HandoverPage(CurrentActor actor, Handovers handovers, Forms forms, Dates dates) {
        this.actor = actor;
        this.handovers = handovers;
        this.forms = forms;
        this.dates = dates;
        addClassNames("lb-stack", "lb-handover");
    }

    @Override
    public void show(long transferId) {
        var me = actor.get();
        var sheet = handovers.open(me, transferId);
        var overview = handovers.overview(me, transferId);
        busyWith = overview.sending().map(task -> task.summary().id()).orElse(null);
        removeAll();
        add(new H2(getTranslation("dossier.pagina.overdracht")));
        if (overview.versions().isEmpty() && overview.sending().isEmpty()) {
            var nothing = new Paragraph(
                    getTranslation(overview.inRoute() ? "overdracht.nog-niet" : "overdracht.niet-in-route"));
            nothing.addClassName("lb-empty");
            add(nothing);
        }
        if (overview.sending().isPresent()) {
            returned(overview);
            add(new Composer(
                    handovers.composition(me, transferId), transferId, forms, dates, new SenderDesk(transferId)));
        }
        var receipts = overview.versions().isEmpty() ? null : new Receipts(overview.versions(), dates);
        if (receipts != null && overview.taking().isEmpty()) {
            add(receipts);
        }
        sheet.ifPresent(read -> add(sheet(transferId, read, overview)));
        if (receipts != null && overview.taking().isPresent()) {
            add(receipts);
        }
        missing(transferId);
        if (overview.mayConfirm()) {
            add(confirm(transferId));
        }
    }

    @Override
    public void changed(long transferId) {
        var overview = handovers.overview(actor.get(), transferId);
        var stillThere = overview.sending()
                .or(overview::taking)
                .filter(task -> busyWith != null && task.summary().id() == busyWith)
                .isPresent();
        if (!stillThere) {
            show(transferId);
        }
    }

    /** What the receiver asks for stands above what is made up anew. */
    private void returned(HandoverOverview overview) {
        overview.versions().stream()
                .findFirst()
                .filter(version -> version.returnReason() != null)
                .ifPresent(version -> {
                    var banner = new Div(
                            new Paragraph(getTranslation("overdracht.terug", version.closedBy(), version.closedFor())),
                            new Paragraph(version.returnReason()));
                    banner.addClassNames("lb-banner", "lb-banner-warm", "lb-stack", "lb-value");
                    add(banner);
                });
    }

    private Section sheet(long transferId, HandoverSheet sheet, HandoverOverview overview) {
        var about = new Paragraph(getTranslation(
                "overdracht.blad.van",
                sheet.sentBy(),
                sheet.senderOrganisation(),
                dates.full(Dates.day(sheet.sentAt()), getLocale())));
        about.addClassName("lb-quiet");
        var section = new Section(new H2(getTranslation("overdracht.blad")), about);
        section.addClassNames("lb-card", "lb-stack");
        var pdf = new Anchor(
                DownloadHandler.fromInputStream(event -> handovers
                        .pdf(actor.get(), transferId)
                        .map(file -> new DownloadResponse(
                                new ByteArrayInputStream(file.content()),
                                file.name(),
                                "application/pdf",
                                file.content().length))
                        .orElseGet(() -> DownloadResponse.error(404))),
                getTranslation("overdracht.pdf"));
        pdf.setTarget(AnchorTarget.BLANK);
        pdf.addClassName("lb-button");
        var actions = new Div();
        actions.addClassNames("lb-row", "lb-actions");
        overview.taking().ifPresent(task -> takingOver(transferId, task, actions));
        actions.add(pdf);
        section.add(actions, new SheetView(sheet, dates));
        return section;
    }

    private void takingOver(long transferId, TaskDetail task, Div actions) {
        var takeOver = new Button(
                getTranslation("overdracht.overnemen"), click -> decide(transferId, task, TAKE_OVER, actions));
        takeOver.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var giveBack = new Button(
                getTranslation("overdracht.teruggeven"), click -> fillIn(transferId, task, GIVE_BACK, actions));
        actions.add(takeOver, giveBack);
    }

    /** Taking over needs nothing more, unless the region's form asks for it. */
    private void decide(long transferId, TaskDetail task, String decision, Div actions) {
        var answers = new HashMap<>(task.draft());
        answers.put(DECISION, decision);
        try {
            decide(transferId, answers);
        } catch (FormRefused e) {
            fillIn(transferId, task, decision, actions).showErrors(e.errors());
        }
    }

    private FormRenderer fillIn(long transferId, TaskDetail task, String decision, Div actions) {
        var form = new FormRenderer(task.form(), task.choices(), forms);
        form.fill(task.draft());
        form.fill(Map.of(DECISION, decision));
        busyWith = task.summary().id();
        var done = new Button(getTranslation("overdracht.doorgeven"), click -> {
            try {
                decide(transferId, form.values());
            } catch (FormRefused e) {
                form.showErrors(e.errors());
            }
        });
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var buttons = new Div(done, new Button(getTranslation("dossier.annuleren"), click -> show(transferId)));
        buttons.addClassNames("lb-row", "lb-actions");
        actions.removeAll();
        actions.setClassName("lb-stack lb-handover-decision");
        actions.add(form, buttons);
        return form;
    }

    private void decide(long transferId, Map<String, Object> answers) {
        try {
            handovers.decide(actor.get(), transferId, answers);
            Messages.done(getTranslation(
                    GIVE_BACK.equals(answers.get(DECISION)) ? "overdracht.teruggegeven" : "overdracht.overgenomen"));
        } catch (TaskNotReady | HandoverRefused e) {
            Messages.problem(e.getMessage());
        } catch (TaskClosed e) {
            Messages.problem(getTranslation("taak.vervallen"));
        }
        show(transferId);
    }

    private void missing(long transferId) {
        var missing = handovers.missing(actor.get(), transferId);
        if (missing.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        missing.forEach(each -> {
            var label = new Span(each.label());
            label.addClassName("lb-strong");
            var who = new Div(
                    each.owedBy() == null
                            ? getTranslation("overdracht.mist.rol", each.roleName(), each.stepName())
                            : getTranslation("overdracht.mist.wie", each.owedBy(), each.roleName(), each.stepName()));
            who.addClassName("lb-quiet");
            var item = new ListItem(label);
            if (!each.required()) {
                item.add(new Span(" " + getTranslation("overdracht.mist.vrij")));
            }
            item.add(who);
            list.add(item);
        });
        var details = new Details(getTranslation("overdracht.mist", missing.size()), list);
        details.setOpened(missing.stream().anyMatch(each -> each.required()));
        details.addClassNames("lb-card", "lb-handover-missing");
        add(details);
    }

    private Details confirm(long transferId) {
        var name = new TextField(getTranslation("overdracht.mondeling.naam"));
        var function = new TextField(getTranslation("overdracht.mondeling.functie"));
        name.setRequiredIndicatorVisible(true);
        function.setRequiredIndicatorVisible(true);
        name.setMaxLength(80);
        function.setMaxLength(80);
        var record = new Button(getTranslation("overdracht.mondeling.knop"), click -> {
            try {
                handovers.confirm(actor.get(), transferId, name.getValue(), function.getValue());
                Messages.done(getTranslation("overdracht.mondeling.gelukt"));
                show(transferId);
            } catch (HandoverRefused e) {
                Messages.problem(e.getMessage());
                (name.getValue().isBlank() ? name : function).focus();
            }
        });
        var fields = new Div(name, function, record);
        fields.addClassNames("lb-row", "lb-handover-told");
        var details = new Details(
                getTranslation("overdracht.mondeling"),
                new Paragraph(getTranslation("overdracht.mondeling.uitleg")),
                fields);
        details.addClassName("lb-card");
        return details;
    }

    private final class SenderDesk implements Composer.Desk {

        private final long transferId;

        SenderDesk(long transferId) {
            this.transferId = transferId;
        }

        @Override
        public void keep(Map<String, LeftOut> leftOut, Map<String, Object> typed) {
            try {
                handovers.keepDraft(actor.get(), transferId, leftOut, typed);
            } catch (HandoverRefused e) {
                Messages.problem(e.getMessage());
            }
        }

        @Override
        public HandoverSheet preview(Map<String, LeftOut> leftOut) {
            return handovers.preview(actor.get(), transferId, leftOut.keySet());
        }

        @Override
        public void send(Map<String, LeftOut> leftOut, Map<String, Object> filledIn) {
            handovers.send(actor.get(), transferId, leftOut, filledIn);
        }

        @Override
        public void sent() {
            show(transferId);
        }
    }
}
