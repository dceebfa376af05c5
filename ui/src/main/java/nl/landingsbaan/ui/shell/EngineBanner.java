package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import nl.landingsbaan.platform.engine.EngineStatus;

/** Says calmly that new steps are late while the engine cannot be reached. */
class EngineBanner extends Div {

    private final transient EngineStatus status;
    private transient EngineStatus.Subscription subscription;

    EngineBanner(EngineStatus status) {
        this.status = status;
        addClassNames("lb-banner", "lb-banner-warm");
        getElement().setAttribute("role", "status");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscription = status.subscribe(() -> ui.access(this::show));
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.close();
    }

    private void show() {
        setText(status.isReachable() ? "" : getTranslation("motor.weg"));
        setVisible(!status.isReachable());
    }
}
