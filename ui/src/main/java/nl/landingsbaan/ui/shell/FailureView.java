package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A screen could not be shown: says so calmly, with a reference and a way back. Never a stack trace. */
@AnonymousAllowed
public class FailureView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        addClassNames("lb-page", "lb-message-page");
        add(
                new H1(getTranslation("fout.titel")),
                new Paragraph(getTranslation("fout.uitleg", Failures.record(parameter.getException()))),
                new RouterLink(getTranslation("terug.begin"), StartView.class));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("fout.titel") + " - Landingsbaan";
    }
}
