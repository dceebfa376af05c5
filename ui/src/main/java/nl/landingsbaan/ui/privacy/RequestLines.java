package nl.landingsbaan.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import nl.landingsbaan.platform.privacy.Erasures;
import nl.landingsbaan.platform.privacy.PrivacyRequest;
import nl.landingsbaan.platform.privacy.RequestKind;
import nl.landingsbaan.platform.privacy.RequestNotFound;
import nl.landingsbaan.platform.privacy.RequestState;
import nl.landingsbaan.platform.privacy.Requests;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Messages;

/** Requests as they stand in a list, with what the actor can do about each. */
class RequestLines {

    private final CurrentActor actor;
    private final Requests requests;
    private final Erasures erasures;
    private final Dates dates;

    RequestLines(CurrentActor actor, Requests requests, Erasures erasures, Dates dates) {
        this.actor = actor;
        this.requests = requests;
        this.erasures = erasures;
        this.dates = dates;
    }

    UnorderedList list(List<PrivacyRequest> found, boolean withName, Component place, Runnable afterwards) {
        var list = new UnorderedList();
        list.addClassName("lb-requests");
        found.forEach(request -> list.add(new Line(request, withName, place, afterwards).item()));
        return list;
    }

    private final class Line {

        private final PrivacyRequest request;
        private final boolean withName;
        private final Component place;
        private final Runnable afterwards;
        private final Div actions = new Div();

        Line(PrivacyRequest request, boolean withName, Component place, Runnable afterwards) {
            this.request = request;
            this.withName = withName;
            this.place = place;
            this.afterwards = afterwards;
        }

        ListItem item() {
            var title =
                    new Div(strong(text("verzoeken.soort." + request.kind(), Long.toString(request.number()))), chip());
            title.addClassName("lb-request-title");
            var facts = new Div(title);
            facts.addClassName("lb-request-facts");
            if (withName) {
                facts.add(whose());
            }
            facts.add(quiet(recorded()));
            if (request.what() != null) {
                facts.add(new Div(request.what()));
            }
            if (request.decidedByName() != null) {
                facts.add(quiet(
                        text("verzoeken.besloten", request.decidedByName(), full(Dates.day(request.decidedAt())))));
            }
            if (request.answer() != null) {
                facts.add(new Div(request.answer()));
            }
            actions.addClassName("lb-rights-actions");
            act();
            var item = new ListItem(facts, actions);
            item.addClassName("lb-card");
            return item;
        }

        private Component whose() {
            if (request.name() != null) {
                return new Anchor("dossier/" + request.transferId() + "/rechten", request.name());
            }
            return new Div(
                    request.schoolYear() == null
                            ? text("verzoeken.gewist")
                            : text("verzoeken.zonder-naam", request.schoolYear()));
        }

        private String recorded() {
            var words = request.requestedByName() == null
                    ? text("verzoeken.vanzelf", day(request))
                    : text("verzoeken.vastgelegd", day(request), request.requestedByName());
            if (request.askedBy() != null) {
                words += " " + text("verzoeken.namens", text("verzoeken.wie." + request.askedBy()));
            }
            if (request.ground() != null) {
                words += " " + text("verzoeken.grond", text("verzoeken.grond." + request.ground()));
            }
            if (request.state() == RequestState.ASKED) {
                words += " " + text("verzoeken.uiterlijk", full(request.dueOn()));
            }
            return words;
        }

        private void act() {
            switch (request.state()) {
                case DUE -> button("verzoeken.vragen", () -> erasure().openToAsk());
                case ASKED -> asked();
                case APPROVED -> approved();
                case DONE -> download();
                case REFUSED -> {}
            }
        }

        private void asked() {
            if (request.kind() == RequestKind.CORRECTION && request.transferId() != null) {
                button("verzoeken.afhandelen", () -> new CloseDialog(actor, requests, request, afterwards).open());
            } else if (erasures.mayDecide(actor.get(), request)) {
                button("verzoeken.besluiten.knop", () -> erasure().openToDecide());
            } else if (request.kind() == RequestKind.ERASURE) {
                actions.add(quiet(text("verzoeken.ander")));
            }
        }

        private void approved() {
            actions.add(quiet(text("verzoeken.wacht", full(Dates.day(request.waitsUntil())))));
            if (erasures.mayRecall(actor.get(), request)) {
                button("verzoeken.tegenhouden", () -> erasure().recall());
            }
        }

        private void download() {
            if (request.kind() != RequestKind.ACCESS || !request.own() || request.transferId() == null) {
                return;
            }
            var until = request.requestedAt().plus(Requests.DOWNLOADABLE);
            if (Dates.day(until).isBefore(dates.today())) {
                return;
            }
            var link = new Anchor(DownloadHandler.fromInputStream(event -> file()), text("verzoeken.bestand"));
            link.getElement().setAttribute("download", "verzoek-" + request.number() + ".zip");
            link.setAriaLabel(text("verzoeken.bestand") + " " + request.number());
            actions.add(link, quiet(text("verzoeken.bestand.tot", full(Dates.day(until)))));
        }

        private DownloadResponse file() {
            try {
                var file = requests.file(actor.get(), request.number());
                return new DownloadResponse(
                        new ByteArrayInputStream(file.content()),
                        file.name(),
                        "application/zip",
                        file.content().length);
            } catch (RequestNotFound e) {
                return DownloadResponse.error(404);
            }
        }

        private ErasureDialog erasure() {
            return new ErasureDialog(actor, erasures, request, afterwards);
        }

        private void button(String key, Runnable action) {
            var button = new Button(text(key), click -> {
                try {
                    action.run();
                } catch (RequestNotFound e) {
                    Messages.problem(text("verzoeken.weg"));
                    afterwards.run();
                }
            });
            button.setAriaLabel(
                    text(key) + ": " + text("verzoeken.soort." + request.kind(), Long.toString(request.number())));
            actions.add(button);
        }

        private Span chip() {
            var chip = new Span(text("verzoeken.stand." + request.state()));
            chip.addClassName("lb-chip");
            return chip;
        }

        private Span strong(String words) {
            var span = new Span(words);
            span.addClassName("lb-strong");
            return span;
        }

        private Div quiet(String words) {
            var div = new Div(words);
            div.addClassName("lb-quiet");
            return div;
        }

        private String day(PrivacyRequest request) {
            return full(Dates.day(request.requestedAt()));
        }

        private String full(LocalDate day) {
            return dates.full(day, UI.getCurrent().getLocale());
        }

        private String text(String key, Object... parameters) {
            return place.getTranslation(key, parameters);
        }
    }
}
