package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Leads on to the first screen that somebody may see; says so when there is none. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
@Requires
public class StartView extends Div implements BeforeEnterObserver {

    private final CurrentActor actor;

    StartView(CurrentActor actor) {
        this.actor = actor;
        addClassName("lb-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var first = MenuItem.visibleTo(actor).stream().findFirst();
        if (first.isPresent()) {
            event.forwardTo(first.get().path());
        } else {
            removeAll();
            add(new H1(getTranslation("start.niets.titel")), new Paragraph(getTranslation("start.niets")));
        }
    }
}
