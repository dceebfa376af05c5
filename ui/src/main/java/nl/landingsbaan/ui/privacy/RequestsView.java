package nl.landingsbaan.ui.privacy;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import nl.landingsbaan.platform.privacy.Erasures;
import nl.landingsbaan.platform.privacy.PrivacyRequest;
import nl.landingsbaan.platform.privacy.RequestKind;
import nl.landingsbaan.platform.privacy.RequestState;
import nl.landingsbaan.platform.privacy.Requests;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;

/** What is asked about data in the region: what waits for somebody, what is due, what was done. */
@Route(value = "verzoeken", layout = MainLayout.class)
@PermitAll
@Requires({Right.COORDINATE, Right.ADMINISTER})
@StyleSheet("styles/privacy.css")
public class RequestsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final CurrentActor actor;
    private final transient Requests requests;
    private final transient RequestLines lines;

    RequestsView(CurrentActor actor, Requests requests, Erasures erasures, Dates dates) {
        this.actor = actor;
        this.requests = requests;
        this.lines = new RequestLines(actor, requests, erasures, dates);
        addClassNames("lb-page", "lb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.verzoeken") + " - Landingsbaan";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        var all = requests.all(actor.get());
        removeAll();
        add(new H1(getTranslation("menu.verzoeken")), new Paragraph(getTranslation("verzoeken.uitleg")));
        if (all.isEmpty()) {
            var nothing = new Paragraph(getTranslation("verzoeken.geen"));
            nothing.addClassName("lb-empty");
            add(nothing);
        }
        part(
                "besluiten",
                all.stream()
                        .filter(each -> is(each, RequestState.ASKED, RequestKind.ERASURE))
                        .toList());
        part(
                "verbeteren",
                all.stream()
                        .filter(each -> is(each, RequestState.ASKED, RequestKind.CORRECTION))
                        .toList());
        part(
                "voorbij",
                all.stream().filter(each -> each.state() == RequestState.DUE).toList());
        part(
                "loopt",
                all.stream()
                        .filter(each -> each.state() == RequestState.APPROVED)
                        .toList());
        part("gedaan", all.stream().filter(RequestsView::isClosed).toList());
    }

    private static boolean is(PrivacyRequest request, RequestState state, RequestKind kind) {
        return request.state() == state && request.kind() == kind;
    }

    private static boolean isClosed(PrivacyRequest request) {
        return request.state() == RequestState.DONE || request.state() == RequestState.REFUSED;
    }

    private void part(String name, List<PrivacyRequest> found) {
        if (!found.isEmpty()) {
            add(new Section(
                    new H2(getTranslation("verzoeken." + name) + " (" + found.size() + ")"),
                    lines.list(found, true, this, this::show)));
        }
    }
}
